import { nameKey } from '@/lib/people/names';

export type Somebody = { id: string; name: string; email: string };
export type KnownFile = { id: string; organisationId: string | null; answers: unknown };
/** A past role on a challenge: who, on what, at which host. */
export type PastRole = { personId: string; challengeId: string; hostId: string | null; mentor: boolean; title: string };
export type Likely = {
  applicationId: string;
  personId: string;
  kind: 'named_in_file' | 'mentor' | 'colleague';
  reason: string;
};

/**
 * Ties that data suggests and nobody declared: a juror named in a file (by name or address), who mentored for the same
 * host, or worked on a challenge there. Each comes with what it was read in; a coordinator says whether it matters.
 */
export function likelyConflicts(
  jurors: readonly Somebody[],
  files: readonly KnownFile[],
  past: readonly PastRole[],
): Likely[] {
  const byPerson = Map.groupBy(past, (role) => role.personId);
  return files.flatMap((file) => {
    const texts = textsOf(file.answers);
    const whole = ` ${texts.map(nameKey).join(' \n ')} `;
    const raw = texts.join('\n').toLowerCase();
    return jurors.flatMap((juror): Likely[] => {
      const found: Likely[] = [];
      const name = nameKey(juror.name);
      const tie = (kind: Likely['kind'], reason: string) =>
        found.push({ applicationId: file.id, personId: juror.id, kind, reason });
      if (name.includes(' ') && whole.includes(` ${name} `)) tie('named_in_file', juror.name);
      else if (juror.email && raw.includes(juror.email.toLowerCase())) tie('named_in_file', juror.email);
      const there = (byPerson.get(juror.id) ?? []).filter(
        ({ hostId }) => hostId !== null && hostId === file.organisationId,
      );
      const mentored = there.find(({ mentor }) => mentor);
      const worked = there.find(({ mentor }) => !mentor);
      if (mentored) tie('mentor', mentored.title);
      if (worked) tie('colleague', worked.title);
      return found;
    });
  });
}

/** Every text of an answer sheet, whatever its shape. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { firstName, lastName, ...rest } = value as Record<string, unknown>;
  const full = typeof firstName === 'string' && typeof lastName === 'string' ? [`${firstName} ${lastName}`] : [];
  return [...full, ...Object.values(rest).flatMap(textsOf)];
}
