import { useTranslations } from 'next-intl';
import { WorkstationText } from '@/components/onboarding/answer-text';
import { Link } from '@/components/ui/link';
import { Status } from '@/components/ui/status';
import { Day } from '@/components/ui/time';
import type { StationRow } from '@/lib/onboarding/queries/workstations';

/** Each fellow, when they arrive, and what they said; those who have not said yet stand out. */
export function Workstations({ stations, challenge }: { stations: StationRow[]; challenge: string }) {
  const t = useTranslations('onboarding.workstation');
  return stations.map((one) => (
    <section key={one.itemId} aria-labelledby={`station-${one.itemId}`} className="mt-8 border-rule border-t pt-4">
      <h2 id={`station-${one.itemId}`} className="flex flex-wrap items-baseline justify-between gap-x-6">
        <Link href={`/onboarding/${challenge}/${one.itemId}`}>{one.name}</Link>
        {one.needs ? <Status tone="good">{t('said')}</Status> : <Status tone="time">{t('notSaid')}</Status>}
      </h2>
      <p className="quiet">
        {one.profile}
        {one.arrivesOn ? (
          <>
            {' · '}
            {t('arrives')} <Day date={one.arrivesOn} zone="UTC" short />
          </>
        ) : null}
      </p>
      <WorkstationText answer={one.needs} />
      {one.note ? <p className="whitespace-pre-line">{one.note}</p> : null}
    </section>
  ));
}
