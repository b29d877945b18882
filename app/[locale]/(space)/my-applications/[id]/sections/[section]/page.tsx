import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { SectionScreen } from '@/components/applications/section-screen';
import { isWritable } from '@/lib/applications/policy';
import { myApplication } from '@/lib/applications/queries';
import { requireSignIn } from '@/lib/auth/session';
import { inLanguage } from '@/lib/calls/shape';

type Props = {
  params: Promise<{ id: string; section: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function read({ params }: Props) {
  const { id, section } = await params;
  const file = await myApplication(await requireSignIn(`/my-applications/${id}/sections/${section}`), id);
  const found = file?.form.definition.sections.find((one) => one.id === section);
  return file && found ? { file, section: found } : null;
}

export async function generateMetadata(props: Props) {
  const [found, locale] = await Promise.all([read(props), getLocale()]);
  return { title: found ? inLanguage(found.section.title, locale) : undefined };
}

/** One section of a draft. What cannot be written any more is read on the check page. */
export default async function SectionPage(props: Props) {
  const found = await read(props);
  if (!found) notFound();
  const { file, section } = found;
  if (file.right === 'view' || !isWritable(file.state)) {
    redirect(`/${await getLocale()}/my-applications/${file.id}/check`);
  }
  const { check } = await props.searchParams;
  return <SectionScreen file={file} section={section} check={check === '1'} />;
}
