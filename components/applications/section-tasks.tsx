import { useLocale, useNow, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { StatusTone } from '@/components/ui/status';
import { TaskList } from '@/components/ui/task-list';
import { mayChange } from '@/lib/applications/policy';
import type { ApplicationFile } from '@/lib/applications/queries';
import { completenessOf, type SectionStatus } from '@/lib/calls/completeness';
import { inLanguage } from '@/lib/calls/shape';

const TONES: Record<SectionStatus, StatusTone> = {
  not_started: 'neutral',
  in_progress: 'active',
  complete: 'good',
  optional: 'neutral',
};

/** The sections as a task list, then the check of the answers. */
export function SectionTasks({ file }: { file: ApplicationFile }) {
  const t = useTranslations('applications.tasks');
  const locale = useLocale();
  const open = mayChange(file, useNow());
  const { definition } = file.form;
  const { sections } = completenessOf(definition, file.answers, file.opened);
  const titles = new Map(definition.sections.map((one) => [one.id, inLanguage(one.title, locale)]));
  const done = sections.filter((one) => one.status === 'complete' || one.status === 'optional').length;
  const base = `/my-applications/${file.id}`;
  const next = open ? sections.find((one) => one.status === 'in_progress' || one.status === 'not_started') : undefined;
  return (
    <section aria-labelledby="tasks" className="mt-10">
      <h2 id="tasks">{t('title')}</h2>
      <p className="mb-4">{t('progress', { done, total: sections.length })}</p>
      {next ? (
        <p className="mb-6">
          <ButtonLink href={`${base}/sections/${next.id}`}>
            {t(sections.some((one) => one.answered > 0) ? 'resume' : 'begin', {
              title: titles.get(next.id) ?? next.id,
            })}
          </ButtonLink>
        </p>
      ) : null}
      <TaskList
        label={t('title')}
        tasks={sections.map((one) => ({
          key: one.id,
          label: titles.get(one.id) ?? one.id,
          href: open ? `${base}/sections/${one.id}` : undefined,
          hint: t('answered', { answered: one.answered, asked: one.asked }),
          status: t(`status.${one.status}`),
          tone: TONES[one.status],
        }))}
      />
      <p className="mt-6">
        <ButtonLink href={`${base}/check`} kind={open && done === sections.length ? 'primary' : 'secondary'}>
          {t(open ? 'check' : 'read')}
        </ButtonLink>
      </p>
    </section>
  );
}
