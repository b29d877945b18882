import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BuilderFrame, readBuilder } from '@/components/calls/builder-frame';
import { FieldEditor } from '@/components/calls/field-editor';
import { TypeChoice } from '@/components/calls/type-choice';
import { FIELD_TYPES, type FieldType } from '@/lib/calls/form';
import { findByPath } from '@/lib/calls/shape';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

export async function generateMetadata() {
  return { title: (await getTranslations('calls.builder'))('question') };
}

/** A new question (first its type), or one to change. */
export default async function FieldEditorPage({ params, searchParams }: Props) {
  const builder = await readBuilder((await params).slug);
  const query = await searchParams;
  const path = one(query.path);
  const field = builder && path ? findByPath(builder.definition, path) : undefined;
  if (!builder || (path && !field)) notFound();
  const t = await getTranslations('calls.builder');
  const type = field?.type ?? FIELD_TYPES.find((known) => known === one(query.type));
  const where = { section: one(query.section), group: one(query.group) };
  return (
    <BuilderFrame call={builder.call} title={t(field ? 'question' : 'newQuestion')}>
      {type ? (
        <FieldEditor
          place={builder.place}
          definition={builder.definition}
          type={type as FieldType}
          path={path}
          field={field}
          where={where}
        />
      ) : (
        <TypeChoice where={where} />
      )}
    </BuilderFrame>
  );
}
