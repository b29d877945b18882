import { useTranslations } from 'next-intl';
import { Moment } from '@/components/ui/time';
import type { HearingDetail } from '@/lib/jury/queries/hearing';
import type { Version } from '@/lib/jury/queries/history';
import { CollectiveForm } from './collective-form';
import { Live } from './live';
import { ReviewSheet } from './review-sheet';
import { Versions } from './versions';

/** The panel's grid beside the file: filled by who holds the pen, followed live by the others. */
export function HearingPane({ hearing, versions }: { hearing: HearingDetail; versions: Version[] }) {
  const t = useTranslations('jury');
  const writes = hearing.writes && !hearing.closed;
  return (
    <>
      <h2 id="grid">{t('hearing.grid')}</h2>
      {hearing.startsAt ? (
        <p>
          <Moment date={hearing.startsAt} />
        </p>
      ) : null}
      {writes ? (
        <CollectiveForm hearing={hearing} />
      ) : (
        <>
          <p>{t('hearing.heldBy', { name: hearing.rapporteur })}</p>
          <Live
            url={`/api/jury/live/${hearing.panelId}`}
            texts={{ on: t('hearing.liveOn'), off: t('board.liveOff') }}
          />
          <ReviewSheet rubric={hearing.rubric} review={{ ...hearing.grid, abstained: false }} />
        </>
      )}
      <Versions rubric={hearing.rubric} versions={versions} />
    </>
  );
}
