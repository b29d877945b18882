import type { Field } from '@/lib/calls/form';

/** The small forms the file pickers of a page belong to: a form cannot stand inside another. */
type Props = {
  fields: readonly Field[];
  action: string /** What says where to come back to. */;
  query: Record<string, string>;
};

export function UploadForms({ fields, action, query }: Props) {
  return fields
    .filter((field) => field.type === 'file')
    .map((field) => (
      <form
        key={field.id}
        id={`upload-${field.id}`}
        method="post"
        encType="multipart/form-data"
        action={`${action}?${new URLSearchParams({ field: field.id, ...query })}`}
        hidden
      />
    ));
}
