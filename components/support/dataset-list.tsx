import { useLocale, useTranslations } from 'next-intl';
import { DescribeDataset } from '@/components/support/dataset-facts';
import { DatasetMoveForm } from '@/components/support/dataset-forms';
import { DatasetTrack } from '@/components/support/dataset-track';
import { dayText } from '@/components/ui/deadline';
import { Details } from '@/components/ui/disclosure';
import { ExternalLink } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { Timeline } from '@/components/ui/timeline';
import type { DatasetRow } from '@/lib/support/queries/challenge';
import { DATASET_TONES, type DatasetState, isStuck } from '@/lib/support/states';

type Props = { datasets: DatasetRow[]; keeps: boolean; now: Date };

/** Each data set: where it is, since when, what holds it, and its steps. */
export function DatasetList({ datasets, keeps, now }: Props) {
  const t = useTranslations('support.datasets');
  if (datasets.length === 0) return <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>;
  return datasets.map((one) => <Dataset key={one.id} dataset={one} keeps={keeps} now={now} />);
}

function Dataset({ dataset, keeps, now }: { dataset: DatasetRow; keeps: boolean; now: Date }) {
  const t = useTranslations('support.datasets');
  const locale = useLocale();
  const days = Math.floor((now.getTime() - dataset.stateSince.getTime()) / 86_400_000);
  const stuck = isStuck(dataset.state, dataset.stateSince, now);
  const facts = [
    dataset.holder,
    t(`forms.${dataset.form as 'files'}`),
    `${t('personal')} : ${t(`personals.${dataset.personalData as 'yes'}`)}`,
    dataset.legalGround,
  ];
  return (
    <section className="mt-8 border-rule border-t pt-4" aria-labelledby={`dataset-${dataset.id}`}>
      <h2 id={`dataset-${dataset.id}`} className="flex flex-wrap items-baseline justify-between gap-x-6">
        {dataset.name}
        <span className="flex gap-x-4">
          {stuck ? <Status tone="time">{t('stuck', { days })}</Status> : null}
          <Status tone={DATASET_TONES[dataset.state]}>{t(`states.${dataset.state}`)}</Status>
        </span>
      </h2>
      <p className="quiet">
        {facts.filter(Boolean).join(' · ')} ·{' '}
        {t('since', { day: dayText(dataset.stateSince, { locale, weekday: false }) })}
      </p>
      <DatasetTrack dataset={dataset} now={now} stuck={stuck} />
      {dataset.blocker ? (
        <p className="mt-2">
          <strong>{t('blocker')} :</strong> {dataset.blocker}
        </p>
      ) : null}
      {dataset.nextStep ? (
        <p className="mt-2">
          <strong>{t('nextStep')} :</strong> {dataset.nextStep}
          {dataset.nextStepOn ? ` (${dayText(dataset.nextStepOn, { locale, zone: 'UTC', weekday: false })})` : ''}
        </p>
      ) : null}
      {[dataset.documentationUrl, dataset.openedUrl].filter(Boolean).map((url) => (
        <p key={url}>
          <ExternalLink href={url}>{url}</ExternalLink>
        </p>
      ))}
      {dataset.steps.length > 0 ? (
        <Details summary={t('history')}>
          <Timeline
            label={t('history')}
            events={dataset.steps.map((step) => ({
              key: step.id,
              date: new Date(step.at),
              title:
                step.before === step.after
                  ? t('same')
                  : t('stepped', {
                      before: t(`states.${step.before as DatasetState}`),
                      after: t(`states.${step.after as DatasetState}`),
                    }),
              by: step.by,
              body: step.note,
              tone: DATASET_TONES[step.after as DatasetState],
            }))}
          />
        </Details>
      ) : null}
      {keeps ? (
        <>
          <DatasetMoveForm dataset={dataset} />
          <DescribeDataset dataset={dataset} />
        </>
      ) : null}
    </section>
  );
}
