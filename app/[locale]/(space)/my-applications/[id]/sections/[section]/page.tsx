import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { SectionScreen } from '@/components/applications/section-screen';
import { isWritable } from '@/lib/applications/policy';
import { myApplication } from '@/lib/applications/queries';
import { fileScans, pendingUploads } from '@/lib/applications/queries/attachments';
import { requireSignIn } from '@/lib/auth/session';
import { inLanguage } from '@/lib/calls/shape';

type Props = {
  params: Promise<{ id: string; section: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function read({ params }: Props) {
  const { id, section } = await params;
  const viewer = await requireSignIn(`/my-applications/${id}/sections/${section}`);
  const file = await myApplication(viewer, id);
  const found = file?.form.definition.sections.find((one) => one.id === section);
  return file && found ? { file, section: found, viewer } : null;
}

export async function generateMetadata(props: Props) {
  const [found, locale] = await Promise.all([read(props), getLocale()]);
  return { title: found ? inLanguage(found.section.title, locale) : undefined };
}

/** One section of a draft. What cannot be written any more is read on the check page. */
export default async function SectionPage(props: Props) {
  const found = await read(props);
  if (!found) notFound();
  const { file, section, viewer } = found;
  if (file.right === 'view' || !isWritable(file.state)) {
    redirect(`/${await getLocale()}/my-applications/${file.id}/check`);
  }
  const { check, refused, at } = await props.searchParams;
  const files = section.fields.some((one) => one.type === 'file');
  const [scans, stopped] = files
    ? await Promise.all([fileScans(viewer, file.id), pendingUploads(viewer, file.id)])
    : [{}, []];
  return (
    <SectionScreen
      viewer={viewer}
      file={file}
      section={section}
      check={check === '1'}
      attaching={{ url: `/api/drafts/${file.id}/uploads`, scans, stopped }}
      refused={typeof refused === 'string' && typeof at === 'string' ? { field: at, reason: refused } : undefined}
    />
  );
}
