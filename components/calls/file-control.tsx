import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { fieldId } from '@/components/ui/form-state';
import type { StoredFile } from '@/lib/calls/answers';
import type { FieldOf } from '@/lib/calls/form';
import { READABLE_BY_AUTHORS, type ScanState } from '@/lib/calls/scan';
import { inLanguage } from '@/lib/calls/shape';
import { FieldHelp } from './field-help';
import { FilePicker } from './file-picker';
import { FileScan } from './file-scan';
import { GroupErrors } from './group-errors';

/** Where the files of a draft go, what is known of those there, and what stopped on the way. Absent in a preview. */
export type Attaching = {
  url: string;
  scans: Record<string, ScanState>;
  stopped: readonly { id: string; field: string; name: string; size: number; received: number }[];
};
type Props = { field: FieldOf<'file'>; name: string; files: StoredFile[]; required: boolean; attaching?: Attaching };

/** Files already there, each with its own "remove", and the place to add one. */
export function FileControl({ field, name, files, required, attaching }: Props) {
  const t = useTranslations('calls.fields');
  const format = useFormatter();
  const locale = useLocale();
  const id = fieldId(name);
  const stopped = attaching?.stopped.find((one) => one.field === field.id);
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={`${id}-help`}>
      <legend className="label">
        {inLanguage(field.label, locale)}
        {required ? null : <span className="optional"> ({t('optional')})</span>}
      </legend>
      <div className="help" id={`${id}-help`}>
        <FieldHelp field={field} />
      </div>
      <GroupErrors name={name} />
      {files.length > 0 ? (
        <ul className="rows mt-3">
          {files.map((file) => (
            <li key={file.id}>
              <span>
                <FileName file={file} scan={attaching?.scans[file.id] ?? 'pending'} />
                <span className="hint">
                  {t('fileSize', {
                    type: file.type.toUpperCase(),
                    size: format.number(file.size / 1_000_000, { maximumFractionDigits: 2, minimumFractionDigits: 0 }),
                  })}
                </span>
              </span>
              <button
                className="btn"
                data-kind="quiet"
                data-size="small"
                type="submit"
                name="intent"
                value={`detach:${field.id}:${file.id}`}
              >
                {t('removeFile')}
                <span className="hidden-text"> {file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {attaching && files.length < field.max ? (
        <FilePicker
          url={`${attaching.url}?field=${field.id}`}
          field={field.id}
          locale={locale}
          accept={field.types.map((type) => `.${type}`).join(',')}
          maxBytes={field.maxBytes}
          stopped={
            stopped && {
              text: t('stopped', {
                name: stopped.name,
                percent: format.number(stopped.received / stopped.size, { style: 'percent' }),
              }),
              address: `${attaching.url}/${stopped.id}`,
            }
          }
          labels={{
            choose: t('chooseFile'),
            none: t('noFile'),
            send: t('sendFile'),
            sending: t('sendingFile'),
            failed: t('fileFailed'),
            tooBig: t('fileTooBig'),
            retry: t('retry'),
            giveUp: t('giveUp'),
          }}
        />
      ) : null}
    </fieldset>
  );
}

function FileName({ file, scan }: { file: StoredFile; scan: ScanState }) {
  return (
    <>
      {READABLE_BY_AUTHORS.includes(scan) ? (
        <a className="link" href={`/api/files/${file.id}`} download>
          {file.name}
        </a>
      ) : (
        file.name
      )}{' '}
      <FileScan state={scan} />
    </>
  );
}
