import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { Select } from '@/components/ui/select';
import { Status } from '@/components/ui/status';
import { DateInput, TextInput } from '@/components/ui/text-input';
import { enterFellowAction, freeSeatAction, removePositionAction, setPositionAction } from '@/lib/challenges/actions';
import type { ManagedSeat } from '@/lib/challenges/queries/managed';
import { PROFILES } from '@/lib/challenges/skills';

type PayLevel = { label: string; netMonthlyCents: number };
type Props = {
  seat: ManagedSeat;
  number: number;
  challengeId: string;
  payLevels: PayLevel[];
  funding?: React.ReactNode;
};

/** One seat: who sits on it, since when, what is missing, and what can be done. */
export function Seat({ seat, number, challengeId, payLevels, funding }: Props) {
  const t = useTranslations('challenges.seats');
  const state = seat.fellow ? (seat.recruitedOn ? 'recruited' : 'entered') : 'open';
  const ids = { positionId: seat.id, version: String(seat.version) };
  return (
    <section className="mt-6 border-t border-rule pt-4" aria-labelledby={`seat-${seat.id}`}>
      <h3 id={`seat-${seat.id}`}>
        {t('seat', { number })} · {t(`profiles.${seat.profile}`)}
        {seat.title ? ` · ${seat.title}` : ''}
      </h3>
      <p className="my-1">
        <Status tone={state === 'recruited' ? 'good' : state === 'entered' ? 'time' : 'neutral'}>
          {t(`states.${state}`)}
        </Status>{' '}
        {seat.fellow ? <Link href={`/admin/people/${seat.fellow.slug}`}>{seat.fellow.name}</Link> : null}
      </p>
      {funding}
      <Details summary={t(seat.fellow ? 'changeFellow' : 'enterFellow')} open={!seat.fellow}>
        <FellowForm seat={seat} ids={ids} />
      </Details>
      <Details summary={t('changeSeat')}>
        <SeatForm seat={seat} challengeId={challengeId} payLevels={payLevels} />
        <ActionForm action={seat.fellow ? freeSeatAction : removePositionAction} hidden={ids}>
          <p className="quiet mt-6 mb-2">{t(seat.fellow ? 'freeHelp' : 'removeHelp')}</p>
          <SubmitButton kind="danger" size="small">
            {t(seat.fellow ? 'free' : 'remove')}
          </SubmitButton>
        </ActionForm>
      </Details>
    </section>
  );
}

function FellowForm({ seat, ids }: { seat: ManagedSeat; ids: Record<string, string> }) {
  const t = useTranslations('challenges.seats');
  return (
    <ActionForm action={enterFellowAction} hidden={ids}>
      <TextInput name="name" label={t('name')} autoComplete="off" defaultValue={seat.fellow?.name} />
      <TextInput
        name="email"
        type="email"
        label={t('email')}
        help={t('emailHelp')}
        autoComplete="off"
        defaultValue={seat.fellow?.email ?? ''}
      />
      <DateInput name="arrivesOn" label={t('arrivesOn')} defaultValue={seat.arrivesOn ?? ''} />
      <DateInput name="leavesOn" label={t('leavesOn')} optional defaultValue={seat.leavesOn ?? ''} />
      <DateInput
        name="recruitedOn"
        label={t('recruitedOn')}
        help={t('recruitedHelp')}
        optional
        defaultValue={seat.recruitedOn ?? ''}
      />
      <SubmitButton size="small">{t('saveFellow')}</SubmitButton>
    </ActionForm>
  );
}

type SeatFormProps = { seat?: ManagedSeat; challengeId: string; payLevels: PayLevel[] };

export function SeatForm({ seat, challengeId, payLevels }: SeatFormProps) {
  const t = useTranslations('challenges.seats');
  const hidden = { challengeId, ...(seat ? { id: seat.id, version: String(seat.version) } : {}) };
  return (
    <ActionForm action={setPositionAction} hidden={hidden}>
      <Select
        name="profile"
        label={t('profile')}
        options={PROFILES.map((profile) => ({ value: profile, label: t(`profiles.${profile}`) }))}
        defaultValue={seat?.profile}
      />
      <TextInput name="title" label={t('title')} optional defaultValue={seat?.title} />
      {payLevels.length ? (
        <Select
          name="netMonthlyCents"
          label={t('pay')}
          optional
          placeholder={t('payUnknown')}
          options={payLevels.map((level) => ({ value: String(level.netMonthlyCents), label: level.label }))}
          defaultValue={seat?.netMonthlyCents ? String(seat.netMonthlyCents) : ''}
        />
      ) : null}
      <SubmitButton size="small" kind="secondary">
        {t(seat ? 'saveSeat' : 'addSeat')}
      </SubmitButton>
    </ActionForm>
  );
}
