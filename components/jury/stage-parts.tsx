import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';

/** The parts of a stage as they follow one another: what is made ready, the day itself, what comes of it. */
const MOMENTS = {
  before: ['overview', 'rubric', 'jurors', 'conflicts', 'assignment'],
  during: ['questions', 'panels', 'attendance'],
  after: ['ranking', 'calibration', 'deliberation', 'minutes', 'publication'],
} as const;
const ORDER = ['before', 'during', 'after'] as const;
export type Part = (typeof MOMENTS)[(typeof ORDER)[number]][number];

export const partHref = (id: string, part: Part) => `/admin/jury/${id}${part === 'overview' ? '' : `/${part}`}`;

/** Where one is in the stage; on a phone a list that opens, on a wide screen three groups of tabs. */
export function StageParts({ stageId, current }: { stageId: string; current: Part }) {
  const t = useTranslations('jury.nav');
  return (
    <nav className="moments" aria-label={t('label')}>
      <details>
        <summary>
          {t('label')}
          <span className="hidden-text"> : {t(current)}</span>
        </summary>
        <ul>
          {ORDER.map((moment) => (
            <li key={moment}>
              <p>{t(`moments.${moment}`)}</p>
              <ul>
                {MOMENTS[moment].map((part) => (
                  <li key={part}>
                    <Link
                      className=""
                      href={partHref(stageId, part)}
                      aria-current={part === current ? 'page' : undefined}
                    >
                      {t(part)}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
