import { BreachList } from '@/components/jury/breach-list';
import { ClashList } from '@/components/jury/clash-list';
import { PlanningLinks } from '@/components/jury/planning-links';
import { SeatMoves } from '@/components/jury/seat-moves';
import { SendInvitations } from '@/components/jury/send-invitations';
import type { PanelBreach } from '@/lib/jury/panels-check';
import type { SeatRow } from '@/lib/jury/queries/assignment';
import type { Broken } from '@/lib/jury/queries/breaches';
import type { InvitationCounts } from '@/lib/jury/queries/invitations';
import type { PanelRow } from '@/lib/jury/queries/panels';
import type { StageDetail } from '@/lib/jury/queries/stages';
import type { Clash } from '@/lib/jury/timetable';

type Props = {
  stage: StageDetail;
  panels: PanelRow[];
  broken: Broken<PanelBreach>;
  clashes: Clash[];
  counts: InvitationCounts;
  jury: SeatRow[];
};

/** What concerns all panels at once: what does not hold, who is told, what is printed, who changes panel. */
export function PanelsDesk({ stage, panels, broken, clashes, counts, jury }: Props) {
  if (panels.length === 0) return null;
  const seated = jury.flatMap(({ personId: id, name, state }) => (state === 'accepted' ? [{ id, name }] : []));
  return (
    <>
      <BreachList {...broken} panels={panels.map(({ name }) => name)} />
      <ClashList clashes={clashes} />
      <SendInvitations stageId={stage.id} counts={counts} rehearsal={stage.settings.rehearsal} />
      <PlanningLinks stageId={stage.id} panels={panels} />
      <SeatMoves stageId={stage.id} panels={panels} jurors={seated} />
    </>
  );
}
