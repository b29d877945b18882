import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { Moment } from '@/components/ui/time';
import { changeSettingsAction, solveAction } from '@/lib/jury/actions/assignment';
import type { SolutionRow } from '@/lib/jury/queries/solution';
import type { StageSettings } from '@/lib/jury/stage-input';

type Props = { stageId: string; kind: 'readings' | 'panels'; settings: StageSettings; solutions: SolutionRow[] };
const FIELDS = {
  readings: ['readersPerFile', 'loadMax', 'places'],
  panels: ['panels', 'panelMin', 'panelMax', 'anchors'],
} as const;
const RHYTHM = ['amongJurors', 'pitch', 'questions', 'deliberation', 'pause', 'generalGrid'] as const;

/** Ask the solver, change what it is asked, and find the answers it already gave. */
export function SolvePanel({ stageId, kind, settings, solutions }: Props) {
  const t = useTranslations('jury');
  const mine = solutions.filter((one) => one.kind === kind);
  return (
    <>
      <ActionForm action={solveAction} hidden={{ stageId, kind }}>
        <p>{t(`solve.${kind}`)}</p>
        <SubmitButton>{t(`solve.${kind}Button`)}</SubmitButton>
      </ActionForm>
      {mine.length ? (
        <Details summary={t('solve.earlier')}>
          <ul>
            {mine.map((one) => (
              <li key={one.id}>
                <Link href={`/admin/jury/${stageId}/solutions/${one.id}`}>
                  <Moment date={one.createdAt} />
                </Link>{' '}
                · {t(`solution.status.${one.status as 'optimal'}.title`)}
                {one.appliedAt ? ` · ${t('solve.applied')}` : ''}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      <Details summary={t('settings.title')}>
        <ActionForm
          action={changeSettingsAction}
          hidden={{ stageId, back: kind === 'panels' ? 'panels' : 'assignment' }}
        >
          {FIELDS[kind].map((name) => (
            <TextInput
              key={name}
              name={name}
              label={t(`settings.${name}`)}
              inputMode="numeric"
              width="short"
              optional={name === 'loadMax' || name === 'places'}
              defaultValue={settings[name] ?? ''}
            />
          ))}
          {kind === 'panels' ? (
            <>
              <Textarea
                name="halfDays"
                label={t('settings.halfDays')}
                help={t('settings.halfDaysHelp')}
                optional
                rows={4}
                defaultValue={settings.halfDays.join('\n')}
              />
              <TextInput
                name="morning"
                type="time"
                width="short"
                label={t('settings.morning')}
                defaultValue={settings.morning}
              />
              <TextInput
                name="afternoon"
                type="time"
                width="short"
                label={t('settings.afternoon')}
                defaultValue={settings.afternoon}
              />
              {RHYTHM.map((name) => (
                <TextInput
                  key={name}
                  name={`rhythm.${name}`}
                  label={t(`settings.rhythm.${name}`)}
                  inputMode="numeric"
                  width="short"
                  defaultValue={settings.rhythm[name]}
                />
              ))}
            </>
          ) : null}
          <SubmitButton kind="secondary">{t('settings.save')}</SubmitButton>
        </ActionForm>
      </Details>
    </>
  );
}
