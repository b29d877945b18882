import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { Table } from '@/components/ui/table';
import { DATASETS, type DatasetName, datasetOf } from '@/lib/publication/open-data';

/** Each file: what it holds, how many rows, where it is, and the meaning of its columns. */
export function DataFiles({ sizes }: { sizes: Record<DatasetName, number> }) {
  const t = useTranslations('home.data');
  return DATASETS.map((name) => (
    <section key={name} aria-labelledby={`data-${name}`} className="mt-12">
      <h2 id={`data-${name}`}>{t(`files.${name}.title`)}</h2>
      <p>{t(`files.${name}.lead`)}</p>
      <p className="flex flex-wrap gap-x-6">
        <a className="link inline-flex min-h-11 items-center" href={`/api/data/${name}.csv`} download={`${name}.csv`}>
          {t('csv', { name: `${name}.csv`, count: sizes[name] })}
        </a>
        <a className="link inline-flex min-h-11 items-center" href={`/api/data/${name}.schema.json`}>
          {t('schema')}
        </a>
      </p>
      <Details summary={t('columns', { count: datasetOf(name).fields.length })} wide>
        <Table
          caption={t('columnsOf', { name: `${name}.csv` })}
          captionHidden
          stack
          rows={datasetOf(name).fields as { name: string; type: string; description: string }[]}
          rowKey={(field) => field.name}
          columns={[
            { key: 'name', label: t('column'), cell: (field) => <code>{field.name}</code> },
            { key: 'type', label: t('type'), cell: (field) => <code>{field.type}</code> },
            { key: 'meaning', label: t('meaning'), cell: (field) => <span lang="fr">{field.description}</span> },
          ]}
        />
      </Details>
    </section>
  ));
}
