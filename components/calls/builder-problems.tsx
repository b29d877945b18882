import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { formProblems } from '@/lib/calls/coherence';
import type { FormDefinition } from '@/lib/calls/form';

/** What stands between this form and its publication. */
export function BuilderProblems({ definition }: { definition: FormDefinition }) {
  const t = useTranslations('calls.problems');
  const faults = useTranslations('calls.faults');
  const problems = formProblems(definition, { publishing: true });
  if (problems.length === 0) return null;
  return (
    <Notice tone="time" boxed title={t('title', { count: problems.length })}>
      <ul className="mt-2 list-disc ps-6">
        {problems.map((one) => (
          <li key={`${one.path} ${one.reason}`}>
            {one.path ? <code>{one.path}</code> : null}{' '}
            {one.fault ? faults(one.fault, { at: (one.at ?? 0) + 1, found: one.found ?? '' }) : t(one.reason)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
