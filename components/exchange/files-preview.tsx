import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { Table } from '@/components/ui/table';
import { type Source, type SourceFile, textOf } from '@/lib/exchange/files-source';

const SHOWN = 5;
const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** The first files as they were read, before anything is done with them. */
export function FilesPreview({ source }: { source: Source }) {
  const t = useTranslations('intake-import.preview');
  return (
    <Details summary={t('title')} wide>
      <Table
        caption={t('title')}
        captionHidden
        wide
        rows={source.files.slice(0, SHOWN)}
        rowKey={(file) => String(file.line)}
        columns={source.fields
          .filter(({ block }) => !block)
          .map(({ id, label }) => ({
            key: id,
            label,
            cell: ({ values }: SourceFile) => (values[id] === undefined ? '' : short(textOf(values[id]))),
          }))}
      />
      {source.files.length > SHOWN ? <p>{t('more', { count: source.files.length - SHOWN })}</p> : null}
    </Details>
  );
}
