import { useLocale, useTranslations } from 'next-intl';
import { PresenceRow } from '@/components/jury/presence-row';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { hourText } from '@/components/ui/deadline';
import { notePresenceAction } from '@/lib/jury/actions/room';
import type { InRoom, Room } from '@/lib/jury/queries/attendance';

/** One room: who is there now, when each came and went, and the two acts that note it. */
export function RoomSheet({ stageId, room }: { stageId: string; room: Room }) {
  const t = useTranslations('jury.attendance');
  const panel = useTranslations('jury.panels');
  const id = `room-${room.panelId ?? 'deliberation'}`;
  const here = room.people.filter((one) => one.here).length;
  const hidden: Record<string, string> = { stageId, ...(room.panelId ? { panelId: room.panelId } : {}) };
  return (
    <section id={id} aria-labelledby={`title-${id}`}>
      <h2 id={`title-${id}`}>{room.panelId ? panel('panel', { name: room.name }) : t('deliberation')}</h2>
      <p>{t('here', { count: here, total: room.people.length })}</p>
      <ActionForm action={notePresenceAction} hidden={{ ...hidden, act: here ? 'left' : 'arrived' }}>
        <SubmitButton kind="secondary" size="small">
          {here ? t('everyoneLeaves') : t('everyoneArrives')}
        </SubmitButton>
      </ActionForm>
      <ul className="rows">
        {room.people.map((one) => (
          <Person key={one.personId} hidden={hidden} person={one} />
        ))}
      </ul>
    </section>
  );
}

function Person({ hidden, person }: { hidden: Record<string, string>; person: InRoom }) {
  const t = useTranslations('jury.attendance');
  const locale = useLocale();
  const hour = (iso: string) => hourText(new Date(iso), { locale });
  const said = person.stays.map(({ arrivedAt, leftAt }) =>
    leftAt ? t('stay', { from: hour(arrivedAt), to: hour(leftAt) }) : t('since', { from: hour(arrivedAt) }),
  );
  return (
    <PresenceRow
      name={person.name}
      hint={said.join(' · ') || t('notSeen')}
      state={person.here ? { tone: 'good', word: t('inRoom') } : { tone: 'neutral', word: t('out') }}
      act={person.here ? t('leaves') : t('arrives')}
      form={(button) => (
        <ActionForm
          action={notePresenceAction}
          hidden={{ ...hidden, personId: person.personId, act: person.here ? 'left' : 'arrived' }}
        >
          {button}
        </ActionForm>
      )}
    />
  );
}
