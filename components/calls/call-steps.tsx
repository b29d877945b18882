import { useTranslations } from 'next-intl';
import { TaskList } from '@/components/ui/task-list';
import { formProblems } from '@/lib/calls/coherence';
import type { CallPage } from '@/lib/calls/queries';

/** What one does with a call, in order, each with where it stands. */
export function CallSteps({ call }: { call: CallPage }) {
  const t = useTranslations('calls.steps');
  const base = `/admin/calls/${call.slug}`;
  const form = call.draftForm ?? call.form;
  const problems = form ? formProblems(form.definition, { publishing: true }).length : 1;
  const formStatus =
    problems > 0
      ? t('toMend', { count: problems })
      : call.draftForm
        ? t('toPublish')
        : t('inForce', { number: form?.number ?? 0 });
  return (
    <section aria-labelledby="steps" className="mt-10">
      <h2 id="steps">{t('title')}</h2>
      <TaskList
        label={t('title')}
        tasks={[
          {
            key: 'text',
            label: t('text'),
            href: `${base}/edit`,
            status: call.body ? t('written') : t('toWrite'),
            tone: call.body ? 'good' : 'neutral',
          },
          {
            key: 'form',
            label: t('form'),
            href: `${base}/form`,
            status: formStatus,
            tone: problems > 0 ? 'time' : 'good',
          },
          { key: 'preview', label: t('preview'), href: `/calls/${call.slug}/form`, status: t('look') },
          {
            key: 'page',
            label: t('page'),
            href: `/calls/${call.slug}`,
            status: call.publishedAt ? t('public') : t('team'),
            tone: call.publishedAt ? 'good' : 'neutral',
          },
          ...(call.publishedAt
            ? [
                {
                  key: 'deadline',
                  label: t('deadline'),
                  href: `${base}/deadline`,
                  status: t('moved', { count: call.extensions.length }),
                },
                { key: 'files', label: t('files'), href: `${base}/applications`, status: t('follow') },
              ]
            : []),
        ]}
      />
    </section>
  );
}
