import { useTranslations } from 'next-intl';
import { useHalfDay } from '@/components/jury/use-half-day';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkboxes } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { Table } from '@/components/ui/table';
import { Moment } from '@/components/ui/time';
import { askTeamsAction, sayTeamHalfDaysAction } from '@/lib/jury/actions/teams';
import type { TeamRow } from '@/lib/jury/queries/teams';
import type { StageSettings } from '@/lib/jury/stage-input';

type Props = { stageId: string; settings: StageSettings; teams: TeamRow[] };

/** When the teams can come: asked of them, said by them, or for them by the coordination. The panels keep to it. */
export function TeamDesk({ stageId, settings, teams }: Props) {
  const t = useTranslations('jury.teams');
  const halfDay = useHalfDay();
  const { halfDays, rehearsal, teamsAsked } = settings;
  if (halfDays.length === 0 || teams.length === 0) return null;
  const said = teams.filter(({ available }) => available !== null);
  const list = (days: string[]) => (days.length === 0 ? t('never') : days.map(halfDay).join(' · '));
  return (
    <Details summary={t('title', { said: said.length, all: teams.length })}>
      {rehearsal || said.length === teams.length ? null : (
        <ActionForm action={askTeamsAction} hidden={{ stageId }}>
          <p className="quiet">{t('askHelp')}</p>
          <SubmitButton kind="secondary">{t(teamsAsked ? 'askAgain' : 'ask')}</SubmitButton>
        </ActionForm>
      )}
      {said.length > 0 ? (
        <Table
          caption={t('caption')}
          stack
          rows={said}
          rowKey={(row) => row.applicationId}
          columns={[
            { key: 'file', label: t('file'), cell: (row) => `${row.reference} ${row.title}`.trim() },
            { key: 'available', label: t('available'), cell: (row) => list(row.available ?? []) },
            {
              key: 'by',
              label: t('by'),
              cell: (row) => (
                <span>
                  {t(row.byTeam ? 'byTeam' : 'byCoordination')}
                  {row.saidAt ? <Moment date={row.saidAt} /> : null}
                </span>
              ),
            },
          ]}
        />
      ) : null}
      <ActionForm action={sayTeamHalfDaysAction} hidden={{ stageId, back: 'panels' }}>
        <Select
          id="team-file"
          name="applicationId"
          label={t('file')}
          placeholder=""
          options={teams.map(({ applicationId, reference, title }) => ({
            value: applicationId,
            label: `${reference} ${title}`.trim(),
          }))}
        />
        <Checkboxes
          id="team-available"
          name="available"
          label={t('available')}
          help={t('sayHelp')}
          optional
          options={halfDays.map((value) => ({ value, label: halfDay(value) }))}
        />
        <SubmitButton kind="secondary">{t('say')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
