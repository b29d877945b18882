import { exportWords } from '@/lib/applications/export-words';
import type { ZipWords } from '@/lib/applications/zip';
import { translator } from '@/lib/i18n/translator';

/** The words of archives in one language. */
export async function zipWords(asked: string): Promise<ZipWords> {
  const [words, t] = await Promise.all([exportWords(asked), translator(asked, 'archives')]);
  return {
    ...words,
    attachments: t('entries.attachments'),
    leftOut: t('entries.leftOut'),
    why: (why) => t(`why.${why}`),
  };
}
