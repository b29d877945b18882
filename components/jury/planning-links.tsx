import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import type { PanelRow } from '@/lib/jury/queries/panels';

/** Plannings to print: all panels, one panel, one juror, one team. */
export function PlanningLinks({ stageId, panels }: { stageId: string; panels: PanelRow[] }) {
  const t = useTranslations('jury.planning');
  const lang = useLocale();
  const href = (part: string, id: string) =>
    `/api/jury/planning/${stageId}?lang=${lang}${part ? `&${part}=${id}` : ''}`;
  const people = new Map(panels.flatMap(({ members }) => members.map(({ id, name }) => [id, name] as const)));
  const files = new Map(
    panels.flatMap(({ hearings }) => hearings.map((one) => [one.applicationId, one.title] as const)),
  );
  const lists = [
    ['panel', panels.map(({ id, name }) => [id, t('panel', { name })] as const)],
    ['juror', [...people].sort((a, b) => a[1].localeCompare(b[1]))],
    ['file', [...files].sort((a, b) => a[1].localeCompare(b[1]))],
  ] as const;
  return (
    <Details summary={t('title')}>
      <p>
        <a className="link" href={href('', '')}>
          {t('all')}
        </a>
      </p>
      {lists.map(([part, items]) => (
        <section key={part} aria-labelledby={`print-${part}`}>
          <h3 id={`print-${part}`}>{t(`by.${part}`)}</h3>
          <ul className="columns-[16rem]">
            {items.map(([id, name]) => (
              <li key={id} className="min-h-11">
                <a className="link" href={href(part, id)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Details>
  );
}
