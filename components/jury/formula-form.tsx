import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { type FormulaFault, MAX_LENGTH } from '@/lib/jury/formula';
import type { Rubric } from '@/lib/jury/schema';
import { FIGURES } from '@/lib/jury/sorting';

type Props = { rubric: Rubric; source: string; fault: FormulaFault | null };

/** A formula of one's own to sort by; it lives in the address, changes no mark and no decision. */
export function FormulaForm({ rubric, source, fault }: Props) {
  const t = useTranslations('jury.formula');
  const names = [...rubric.criteria.map(({ key }) => key), 'total', ...FIGURES].join(', ');
  const end = fault ? fault.at + (fault.found?.length ?? 1) : 0;
  return (
    <Details summary={t('title')} open={source !== ''}>
      <form method="get" className="field">
        <label className="label" htmlFor="formula">
          {t('label')}
        </label>
        <p className="help" id="formula-help">
          {t('help', { names })}
        </p>
        {fault ? (
          <p className="error" id="formula-fault">
            <span>
              {t(`faults.${fault.reason}`, { at: fault.at + 1, found: fault.found ?? '' })}
              <code className="block font-normal text-ink">
                {source.slice(Math.max(0, fault.at - 40), fault.at)}
                <mark>{source.slice(fault.at, end) || '…'}</mark>
                {source.slice(end, end + 40)}
              </code>
            </span>
          </p>
        ) : null}
        <input
          className="control"
          id="formula"
          name="formula"
          defaultValue={source}
          aria-describedby={fault ? 'formula-help formula-fault' : 'formula-help'}
          aria-invalid={fault ? true : undefined}
          maxLength={MAX_LENGTH}
          autoComplete="off"
        />
        <p className="btn-row">
          <button type="submit" className="btn" data-kind="secondary">
            {t('sort')}
          </button>
        </p>
      </form>
    </Details>
  );
}
