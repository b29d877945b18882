import { useLocale, useTranslations } from 'next-intl';
import { PresenceRow } from '@/components/jury/presence-row';
import { useHalfDay } from '@/components/jury/use-half-day';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { hourText } from '@/components/ui/deadline';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { Select } from '@/components/ui/select';
import { Table } from '@/components/ui/table';
import { TextInput } from '@/components/ui/text-input';
import { callAttendanceAction, placePanelAction, standAsideAction } from '@/lib/jury/actions/day';
import type { PanelRow } from '@/lib/jury/queries/panels';

/** One panel: its people and who is there, its day hour by hour, who steps out for which file. */
export function PanelSheet({ stageId, panel }: { stageId: string; panel: PanelRow }) {
  const t = useTranslations('jury.panels');
  const locale = useLocale();
  const halfDay = useHalfDay();
  const hour = (iso: string | null) => (iso ? hourText(new Date(iso), { locale }) : '—');
  const hidden = { stageId, panelId: panel.id };
  const people = panel.members.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section id={`panel-${panel.id}`} aria-labelledby={`title-${panel.id}`}>
      <h2 id={`title-${panel.id}`}>
        <Link href={`/jury/panels/${panel.id}`}>{t('panel', { name: panel.name })}</Link>{' '}
        <span className="quiet">{[panel.slots.map(halfDay).join(', '), panel.room].filter(Boolean).join(' · ')}</span>
      </h2>
      <ul className="rows">
        {panel.members.map((member) => (
          <PresenceRow
            key={member.id}
            name={member.name}
            hint={[
              member.id === panel.rapporteurId ? t('rapporteur') : '',
              member.background,
              member.formerFellow ? t('formerFellow') : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            state={
              member.present === null
                ? null
                : member.present
                  ? { tone: 'good', word: t('present') }
                  : { tone: 'bad', word: t('absent') }
            }
            act={member.present ? t('markAbsent') : t('markPresent')}
            form={(button) => (
              <ActionForm
                action={callAttendanceAction}
                hidden={{ ...hidden, personId: member.id, present: member.present ? 'no' : 'yes' }}
              >
                {button}
              </ActionForm>
            )}
          />
        ))}
      </ul>
      <Table
        caption={`${t('day')} · ${t('panel', { name: panel.name })}`}
        rows={panel.hearings}
        rowKey={(row) => row.id}
        columns={[
          { key: 'hour', label: t('hour'), cell: (row) => `${hour(row.startsAt)} – ${hour(row.endsAt)}` },
          { key: 'file', label: t('file'), cell: (row) => `${row.title} (${row.organisation})` },
          { key: 'absent', label: t('outOfRoom'), cell: (row) => row.absent.join(', ') },
          { key: 'rank', label: t('rank'), align: 'end', cell: (row) => row.rank ?? '' },
          { key: 'sent', label: t('grid'), cell: (row) => (row.sentAt ? t('gridSent') : t('gridWaiting')) },
        ]}
      />
      <Details summary={t('arrange')}>
        <ActionForm action={placePanelAction} hidden={hidden}>
          <TextInput id={`room-${panel.id}`} name="room" label={t('room')} optional defaultValue={panel.room} />
          <TextInput
            id={`link-${panel.id}`}
            name="link"
            type="url"
            label={t('link')}
            optional
            defaultValue={panel.link}
          />
          <Select
            id={`pen-${panel.id}`}
            name="rapporteurId"
            label={t('rapporteur')}
            placeholder=""
            options={people}
            defaultValue={panel.rapporteurId ?? ''}
          />
          <SubmitButton kind="secondary">{t('save')}</SubmitButton>
        </ActionForm>
        <ActionForm action={standAsideAction} hidden={hidden} className="mt-6">
          <h3>{t('recusal')}</h3>
          <Select id={`who-${panel.id}`} name="personId" label={t('juror')} placeholder="" options={people} />
          <Select
            id={`what-${panel.id}`}
            name="applicationId"
            label={t('file')}
            placeholder=""
            options={panel.hearings.map(({ applicationId, title }) => ({ value: applicationId, label: title }))}
          />
          <TextInput id={`why-${panel.id}`} name="reason" label={t('reason')} optional />
          <SubmitButton kind="secondary">{t('recuse')}</SubmitButton>
        </ActionForm>
      </Details>
    </section>
  );
}
