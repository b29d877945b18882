import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import type { ApplicationFile } from '@/lib/applications/queries';
import type { Answer, Parts } from '@/lib/calls/answers';
import { inLanguage } from '@/lib/calls/shape';

/** Answers to questions the form no longer asks: kept, readable, to be copied elsewhere. */
export function KeptAnswers({ file }: { file: ApplicationFile }) {
  const t = useTranslations('applications.kept');
  const locale = useLocale();
  if (file.kept.length === 0) return null;
  return (
    <Details summary={t('title', { count: file.kept.length })}>
      <p>{t('text')}</p>
      <dl className="summary">
        {file.kept.map((one) => (
          <div key={`${one.id} ${one.formNumber}`}>
            <dt>{inLanguage(one.label, locale)}</dt>
            <dd className="answer-text">{plain(one.answer)}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}

/** Without its question an answer is only its words, one a line. */
function plain(answer: Answer | Parts | string): string {
  if (Array.isArray(answer)) return answer.map((one) => plain(one as Parts)).join('\n\n');
  if (typeof answer !== 'object') return String(answer);
  return Object.entries(answer)
    .filter(([name]) => name !== '_key' && name !== 'id')
    .map(([, one]) => plain(one as string))
    .join('\n');
}
