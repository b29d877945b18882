import type { ComponentProps } from 'react';
import { FileInput } from './text-input';

type Props = Omit<ComponentProps<typeof FileInput>, 'action' | 'name'> & {
  name?: string;
  action: string;
  send: string;
  kind?: 'primary' | 'secondary';
};

/** A plain form: one file, streamed by the handler of that address, with or without scripts. */
export function UploadForm({ action, send, kind = 'secondary', name = 'file', ...file }: Props) {
  return (
    <form method="post" encType="multipart/form-data" action={action} className="print:hidden">
      <FileInput name={name} {...file} />
      <button type="submit" className="btn" data-kind={kind}>
        {send}
      </button>
    </form>
  );
}
