import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { fieldId } from '@/components/ui/form-state';
import type { StoredFile } from '@/lib/calls/answers';
import type { FieldOf } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';
import { FieldHelp } from './field-help';
import { FilePicker } from './file-picker';
import { GroupErrors } from './group-errors';

type Props = { field: FieldOf<'file'>; name: string; files: StoredFile[]; required: boolean; upload?: string };

/** Files already there, each with its own "remove", and the place to add one. */
export function FileControl({ field, name, files, required, upload }: Props) {
  const t = useTranslations('calls.fields');
  const format = useFormatter();
  const locale = useLocale();
  const id = fieldId(name);
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
                <a className="link" href={`/api/files/${file.id}`} download>
                  {file.name}
                </a>
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
      {upload && files.length < field.max ? (
        <FilePicker
          url={`${upload}?field=${field.id}&locale=${locale}`}
          field={field.id}
          accept={field.types.map((type) => `.${type}`).join(',')}
          maxBytes={field.maxBytes}
          labels={{
            choose: t('chooseFile'),
            send: t('sendFile'),
            sending: t('sendingFile'),
            failed: t('fileFailed'),
            tooBig: t('fileTooBig'),
            retry: t('retry'),
          }}
        />
      ) : null}
    </fieldset>
  );
}
