import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StageFrame } from '@/components/jury/stage-frame';
import { Details } from '@/components/ui/disclosure';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { resultMail } from '@/lib/jury/emails';
import { resultLetters } from '@/lib/jury/queries/letters';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }>; searchParams: Promise<{ page?: string | string[] }> };
const PAGE = 50;

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('publish.previewTitle') };
}

export default async function LettersPage({ params, searchParams }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/publication/letters`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.publish');
  const all = await resultLetters(viewer, stage.callId, env().NEXTAUTH_URL);
  const page = Math.max(1, Math.min(Math.ceil(all.length / PAGE), Number((await searchParams).page) || 1));
  const letters = all.slice((page - 1) * PAGE, page * PAGE);
  const mails = await Promise.all(letters.map(resultMail));
  return (
    <StageFrame stage={stage} part="publication" title={t('previewTitle')} lead={t('previewLead')}>
      {mails.length === 0 ? <EmptyState title={t('none')} /> : null}
      {mails.map((mail, index) => (
        <Details key={mail.key} summary={`${letters[index]?.reference} · ${letters[index]?.title} · ${mail.to}`} wide>
          <p className="font-semibold">{mail.subject}</p>
          <p className="whitespace-pre-line max-w-2xl" lang={mail.locale}>
            {mail.text}
          </p>
        </Details>
      ))}
      {all.length > PAGE ? (
        <Pagination
          page={page}
          pageSize={PAGE}
          total={all.length}
          href={(to) => `/admin/jury/${stage.id}/publication/letters?page=${to}`}
        />
      ) : null}
    </StageFrame>
  );
}
