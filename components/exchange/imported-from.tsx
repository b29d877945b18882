import { getTranslations } from 'next-intl/server';
import { Details } from '@/components/ui/disclosure';
import { Day } from '@/components/ui/time';
import { type Raw, textOf } from '@/lib/exchange/files-source';
import { joinedLinks } from '@/lib/exchange/queries/attachments';
import { importedRest } from '@/lib/exchange/queries/files';
import type { Viewer } from '@/lib/viewer';

/** Of a file that came from elsewhere: where from, and what had no place here. Nothing for the others. */
export async function ImportedFrom({ viewer, id }: { viewer: Viewer; id: string }) {
  const found = await importedRest(viewer, id);
  if (!found) return null;
  const joined = await joinedLinks(viewer, id);
  const t = await getTranslations('intake-import');
  const from = t(`kinds.${found.kind as 'csv'}`);
  return (
    <section aria-labelledby="imported" className="mt-8">
      <h2 id="imported">{t('rest.title')}</h2>
      <p className="quiet">
        {t.rich('rest.lead', { key: found.key, from, date: () => <Day date={found.importedAt} short /> })}
      </p>
      {found.rest.length ? (
        <Details summary={t('rest.show', { count: found.rest.length })}>
          <dl>
            {found.rest.map((one) => (
              <div key={one.id} className="my-2">
                <dt className="font-semibold">{one.label}</dt>
                <dd className="m-0 whitespace-pre-line break-words">
                  {shown(one.value)}
                  {joined
                    .filter(({ source }) => source === one.id)
                    .map(({ fileId, name }) => (
                      <a key={fileId} className="block" href={`/api/files/${fileId}`}>
                        {t('rest.open', { name })}
                      </a>
                    ))}
                </dd>
              </div>
            ))}
          </dl>
        </Details>
      ) : null}
    </section>
  );
}

/** A value as text when it is one, as it came otherwise. */
function shown(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return textOf(value);
  const parts = typeof value === 'object' && value !== null && ('files' in value || 'parts' in value);
  if (parts || (Array.isArray(value) && value.every((one) => typeof one === 'string'))) return textOf(value as Raw);
  return JSON.stringify(value, null, 1);
}
