import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BuilderFrame, readBuilder } from '@/components/calls/builder-frame';
import { SectionEditor } from '@/components/calls/section-editor';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('calls.builder'))('editSection') };
}

export default async function SectionEditorPage({ params, searchParams }: Props) {
  const builder = await readBuilder((await params).slug);
  const { id } = await searchParams;
  const section = builder?.definition.sections.find((one) => one.id === id);
  if (!builder || (id && !section)) notFound();
  const t = await getTranslations('calls.builder');
  return (
    <BuilderFrame call={builder.call} title={t(section ? 'editSection' : 'addSection')}>
      <SectionEditor place={builder.place} definition={builder.definition} section={section} />
    </BuilderFrame>
  );
}
