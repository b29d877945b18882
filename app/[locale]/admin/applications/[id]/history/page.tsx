import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { FileFrame } from '@/components/applications/file-frame';
import { HistoryLines } from '@/components/applications/history-lines';
import { SentVersions } from '@/components/applications/sent-versions';
import { VersionChanges } from '@/components/applications/version-changes';
import { fileDesk } from '@/lib/applications/queries/board';
import { examinedFile, sentVersions, twoVersions } from '@/lib/applications/queries/examined';
import { fileHistory } from '@/lib/applications/queries/history';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const Shown = z.coerce.number().int().min(2).max(10_000);

export async function generateMetadata() {
  return { title: (await getTranslations('intake'))('tabs.history') };
}

/** Every version that was sent and what changed between two, beside who did what and when. */
export default async function FileHistoryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/admin/applications/${id}/history`);
  const [file, asked] = [await examinedFile(viewer, id), await searchParams];
  if (!file) notFound();
  const shown = Shown.catch(file.sent?.number ?? 1).parse(asked.to);
  const [t, desk, versions, changes, history] = await Promise.all([
    getTranslations('intake'),
    fileDesk(viewer, file.call.id, systemClock),
    sentVersions(viewer, id),
    twoVersions(viewer, id, shown - 1, shown),
    fileHistory(viewer, id),
  ]);
  return (
    <FileFrame file={file} desk={desk} current="history">
      <div className="mt-6 grid gap-x-12 gap-y-8 *:mt-0 *:min-w-0 xl:grid-cols-2">
        <section aria-labelledby="versions">
          <h2 id="versions">{t('versions.title')}</h2>
          {changes ? <VersionChanges {...changes} /> : null}
          <SentVersions applicationId={id} versions={versions} shown={changes ? shown : 0} />
        </section>
        <section aria-labelledby="history">
          <h2 id="history">{t('story')}</h2>
          <HistoryLines lines={history} />
        </section>
      </div>
    </FileFrame>
  );
}
