import type { Field } from '@/lib/calls/form';

/** The small forms the file pickers of a section belong to: a form cannot stand inside another. */
type Props = { fields: readonly Field[]; action: string; locale: string; section: string };

export function UploadForms({ fields, action, locale, section }: Props) {
  return fields
    .filter((field) => field.type === 'file')
    .map((field) => (
      <form
        key={field.id}
        id={`upload-${field.id}`}
        method="post"
        encType="multipart/form-data"
        action={`${action}?field=${field.id}&locale=${locale}&section=${section}`}
        hidden
      />
    ));
}
