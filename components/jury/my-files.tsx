import { useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';
import type { StatusTone } from '@/components/ui/status';
import { TaskList } from '@/components/ui/task-list';
import { Deadline } from '@/components/ui/time';
import type { MyFile } from '@/lib/jury/queries/juror';

const TONES: Record<MyFile['state'], StatusTone> = {
  to_read: 'neutral',
  draft: 'active',
  sent: 'good',
  abstained: 'good',
};

/** The files of one stage: what is left to read first, and how far one is. */
export function MyFiles({ files }: { files: MyFile[] }) {
  const t = useTranslations('jury.my');
  const [first] = files;
  if (!first) return null;
  const sent = files.filter(({ state }) => state === 'sent' || state === 'abstained').length;
  return (
    <section aria-labelledby={`stage-${first.stageId}`}>
      <h2 id={`stage-${first.stageId}`}>
        {first.stage} <span className="quiet">· {first.call}</span>
      </h2>
      {first.closed ? <p>{t('closed')}</p> : null}
      {first.closesAt && !first.closed ? (
        <p>
          {t('until')} <Deadline date={first.closesAt} />
        </p>
      ) : null}
      <Progress label={first.stage} value={sent} max={files.length}>
        {t('progress', { sent, total: files.length })}
      </Progress>
      <TaskList
        label={first.stage}
        tasks={files.map((file) => ({
          key: file.id,
          label: file.title,
          href: `/jury/files/${file.id}`,
          hint: [file.reference, file.organisation].filter(Boolean).join(' · '),
          status: t(`states.${file.state}`),
          tone: TONES[file.state],
        }))}
      />
    </section>
  );
}
