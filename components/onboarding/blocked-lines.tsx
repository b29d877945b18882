import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Day } from '@/components/ui/time';
import type { BlockedLine } from '@/lib/onboarding/queries/progress';
import { inLanguage } from '@/lib/onboarding/schema';

/** What waits for help, with its reason, so that nobody has to open ten lists to find it. */
export function BlockedLines({ lines }: { lines: BlockedLine[] }) {
  const t = useTranslations('onboarding.progress');
  const locale = useLocale();
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="blocked" className="mt-10">
      <h2 id="blocked">{t('blockedTitle', { count: lines.length })}</h2>
      <ul className="rows">
        {lines.map((line) => (
          <li key={line.id} data-row-link="">
            <span className="min-w-0">
              <Link className="row-link" href={`/onboarding/${line.slug}/${line.id}`}>
                {inLanguage(line.title, locale)}
              </Link>
              <span className="hint">{[line.challenge, line.about].filter(Boolean).join(' · ')}</span>
              {line.why ? <span className="block">{line.why}</span> : null}
            </span>
            {line.since ? (
              <span className="quiet">
                {t('blockedSince')} <Day date={line.since} short />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
