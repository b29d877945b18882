import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BuilderFrame, readBuilder } from '@/components/calls/builder-frame';
import { RuleEditor } from '@/components/calls/rule-editor';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('calls.builder'))('rule') };
}

export default async function RuleEditorPage({ params, searchParams }: Props) {
  const builder = await readBuilder((await params).slug);
  const { kind: given, id } = await searchParams;
  const kind = given === 'consistency' ? 'consistency' : 'ineligibility';
  const rule = builder?.definition[kind].find((one) => one.id === id);
  if (!builder || (id && !rule)) notFound();
  const t = await getTranslations('calls.builder');
  return (
    <BuilderFrame call={builder.call} title={t(`${kind}.add`)}>
      <RuleEditor place={builder.place} definition={builder.definition} kind={kind} rule={rule} />
    </BuilderFrame>
  );
}
