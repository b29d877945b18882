import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Status } from '@/components/ui/status';
import type { Similar } from '@/lib/applications/queries/similar';
import { nearness } from '@/lib/applications/similar';

const SHOWN = 3;

/** Beside a file: the nearest projects, and where to compare them. Nothing when nothing resembles it. */
export function SimilarAside({ id, similar }: { id: string; similar: Similar[] }) {
  const t = useTranslations('similar');
  const open = similar.filter(({ verdict }) => verdict !== 'different');
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="similar" className="mt-8">
      <h2 id="similar">{t('aside')}</h2>
      <ul className="rows">
        {open.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <span className="min-w-0 break-words">
              {one.title}
              <span className="hint">{one.cohort}</span>
            </span>
            <Status tone={one.verdict === 'same' ? 'info' : 'neutral'}>
              {one.verdict === 'same' ? t('isSame') : t(`nearness.${nearness(one.score)}`)}
            </Status>
          </li>
        ))}
      </ul>
      <p>
        <Link href={`/admin/applications/${id}/similar`}>{t('all')}</Link>
      </p>
    </section>
  );
}
