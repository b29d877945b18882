import { record } from '@/lib/record';
import { system } from '@/lib/viewer';
import { day, type Seed } from '@/prisma/seed/context';

const none = { created: 0, updated: 0, unchanged: 0 };

/** A former site was imported last month; three of its values still wait for an answer. */
export async function seedExchange(seed: Seed): Promise<void> {
  const { tx } = seed;
  const person = await tx.person.findFirst({
    where: { email: null },
    orderBy: { slug: 'asc' },
    select: { id: true, name: true },
  });
  const challenge = await tx.challenge.findFirst({ orderBy: { slug: 'asc' }, select: { id: true, title: true } });
  const at = day(seed, -30, 9);
  const counts = {
    cohorts: { ...none, unchanged: 2 },
    challenges: { ...none, unchanged: 4 },
    people: { ...none, updated: 3, unchanged: 9 },
  };
  const title = challenge?.title ?? 'Défi';
  const name = person?.name ?? 'Camille Dupont';
  const issues = [
    {
      file: '_communaute/2020-09-01-equipe.md',
      field: 'defis[0].nom',
      value: `${title.slice(0, -1)} /`,
      reason: 'unresolved_reference',
    },
    { file: '_communaute/2021-09-01-doublon.md', field: 'nom', value: `${name} Martin`, reason: 'suspected_duplicate' },
    { file: '_defis/2021-09-01-appel.md', field: 'eigs[1]', value: 'Un·e data scientist', reason: 'placeholder' },
  ];
  const report = {
    dialect: 'jekyll-2019',
    ...counts,
    organisations: { ...none, unchanged: 4 },
    roles: { ...none, created: 2, unchanged: 12 },
    issues,
  };
  const run = await tx.importRun.create({
    data: { name: 'ancien-site.zip', dialect: 'jekyll-2019', state: 'applied', report, createdAt: at, appliedAt: at },
    select: { id: true },
  });
  const asked = {
    unresolved_reference: ['challenge', challenge?.id, title],
    suspected_duplicate: ['person', person?.id, name],
    placeholder: ['person'],
  } as const;
  await tx.importIssue.createMany({
    data: issues.map((issue) => {
      const [about, suggestionId, suggestionLabel] = asked[issue.reason as keyof typeof asked] as readonly (
        | string
        | undefined
      )[];
      const suggestionKey = suggestionId ? `#${suggestionId}` : undefined;
      return {
        ...issue,
        about: about ?? 'file',
        suggestionId,
        suggestionLabel,
        suggestionKey,
        fingerprint: `demo|${issue.reason}`,
        runId: run.id,
      };
    }),
  });
  await record(
    tx,
    system('seed'),
    'site.imported',
    { kind: 'import', id: run.id },
    { dialect: 'jekyll-2019', issues: issues.length },
  );
}
