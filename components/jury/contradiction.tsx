import { useTranslations } from 'next-intl';
import type { Answer, Concession, NamedRule } from '@/lib/jury/assignment-answer';

type Names = Record<string, string>;
const MANY = 12;

/** Why no assignment exists: the smallest set of rules that cannot hold together, and the cheapest way out. */
export function Contradiction({ explanation, names }: { explanation: Answer['explanation']; names: Names }) {
  const t = useTranslations('jury.solution');
  const { contradiction, relaxation } = explanation;
  const label = (id: string) => names[id] ?? id;
  const rule = (one: NamedRule): string => {
    const blocked = one.kind === 'blocked' ? t(`blocks.${one.reason as 'conflict'}`) : '';
    return t(`rules.${one.kind}`, {
      juror: 'juror' in one ? label(one.juror) : 'jurors' in one ? label(one.jurors[0]) : '',
      other: 'jurors' in one ? label(one.jurors[1]) : '',
      file: 'proposal' in one ? label(one.proposal) : '',
      count: 'limit' in one ? one.limit : 'wanted' in one ? one.wanted : 0,
      reason: blocked,
    });
  };
  const concession = (one: Concession): string =>
    t(`concessions.${one.kind}`, {
      juror: 'juror' in one ? label(one.juror) : 'jurors' in one ? label(one.jurors[0]) : '',
      other: 'jurors' in one ? label(one.jurors[1]) : '',
      file: 'proposal' in one ? label(one.proposal) : '',
      from: 'from' in one ? one.from : 0,
      to: 'to' in one ? one.to : 0,
    });
  return (
    <>
      {contradiction ? (
        <section aria-labelledby="contradiction">
          <h2 id="contradiction">{t('contradiction')}</h2>
          <p>{contradiction.minimal ? t('minimal') : t('notMinimal')}</p>
          <Few lines={contradiction.rules.map(rule)} more={(count) => t('more', { count })} />
        </section>
      ) : null}
      {relaxation ? (
        <section aria-labelledby="relaxation">
          <h2 id="relaxation">{t('relaxation')}</h2>
          <Few lines={relaxation.concessions.map(concession)} more={(count) => t('more', { count })} />
        </section>
      ) : null}
    </>
  );
}

/** The first dozen lines, and how many more. */
export function Few({ lines, more }: { lines: string[]; more: (count: number) => string }) {
  return (
    <ul className="prose">
      {lines.slice(0, MANY).map((line, index) => (
        <li key={index}>{line}</li>
      ))}
      {lines.length > MANY ? <li>{more(lines.length - MANY)}</li> : null}
    </ul>
  );
}
