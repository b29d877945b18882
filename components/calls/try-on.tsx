import { useTranslations } from 'next-intl';

type Props = {
  files: { id: string; title: string; reference: string | null }[];
  file?: string;
  hidden?: Record<string, string>;
};

/** Chooses the real file a text is tried on: an address, so that it works everywhere. */
export function TryOn({ files, file = '', hidden = {} }: Props) {
  const t = useTranslations('mailing.preview');
  return (
    <form method="get" className="my-4 flex flex-wrap items-end gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="min-w-0 max-w-full">
        <span className="label">{t('on')}</span>
        <select className="control max-w-full" name="file" defaultValue={file} key={file}>
          <option value="">{t('sample')}</option>
          {files.map(({ id, title, reference }) => (
            <option key={id} value={id}>
              {[reference, title].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </label>
      <button className="btn" data-kind="secondary" type="submit">
        {t('show')}
      </button>
    </form>
  );
}
