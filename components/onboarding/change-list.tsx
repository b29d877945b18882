import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ItemProperty } from '@/components/onboarding/item-property';
import { Status } from '@/components/ui/status';
import { SummaryList } from '@/components/ui/summary-list';
import type { Change } from '@/lib/onboarding/offers';
import { type ItemDefinition, inLanguage } from '@/lib/onboarding/schema';

const TONES = { added: 'good', changed: 'active', removed: 'time' } as const;

/** What differs between two versions, one change a line: before and after, in words. */
export function ChangeList({ changes, acts }: { changes: Change[]; acts?: (change: Change) => ReactNode }) {
  const t = useTranslations('onboarding.changes');
  const locale = useLocale();
  return (
    <ul className="rows">
      {changes.map((change) => (
        <li key={change.key} id={`change-${change.key.replace(':', '-')}`}>
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <strong>
                {change.what === 'section' ? t('section', { title: inLanguage(change.title, locale) }) : null}
                {change.what === 'list' ? t('list') : null}
                {change.what === 'item' ? inLanguage(change.title, locale) : null}
              </strong>
              <Status tone={TONES[change.kind]}>{t(`kind.${change.kind}`)}</Status>
            </p>
            {change.section ? <p className="hint">{inLanguage(change.section, locale)}</p> : null}
            <ChangeFacts change={change} />
            {change.kind === 'removed' ? <p className="quiet">{t('removedHelp')}</p> : null}
            {acts?.(change)}
          </div>
        </li>
      ))}
    </ul>
  );
}

const SHOWN_WHEN_ADDED = ['why', 'doer', 'due', 'per', 'answer', 'blocking'];

function ChangeFacts({ change }: { change: Change }) {
  const t = useTranslations('onboarding.changes');
  const { before, after } = change;
  if (change.what !== 'item') return <p className="quiet">{t('texts')}</p>;
  if (change.kind === 'removed') return null;
  const fields = change.kind === 'added' ? SHOWN_WHEN_ADDED : change.fields;
  const value = (item: ItemDefinition | null, field: string) =>
    item ? <ItemProperty item={item} field={field} /> : null;
  return (
    <SummaryList
      items={fields
        .filter((field) => change.kind === 'changed' || (after as Record<string, unknown> | null)?.[field])
        .map((field) => ({
          key: field,
          label: t(`fields.${field as 'why'}`),
          value:
            field === 'section' ? (
              t('moved')
            ) : change.kind === 'added' ? (
              value(after, field)
            ) : (
              <>
                <del className="quiet">{value(before, field)}</del>
                <br />
                <ins className="no-underline">{value(after, field)}</ins>
              </>
            ),
        }))}
    />
  );
}
