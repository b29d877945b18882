import { getLocale, getTranslations } from 'next-intl/server';
import { isWritable } from '@/lib/applications/policy';
import type { ApplicationFile } from '@/lib/applications/queries';
import { inLanguage } from '@/lib/calls/shape';
import type { PersonViewer } from '@/lib/viewer';
import { LeftWords } from './left-words';

/** Words of this draft that this browser could not send, beside what the server has of it. */
export async function WordsLeft({ file, viewer }: { file: ApplicationFile; viewer: PersonViewer }) {
  const [t, locale] = await Promise.all([getTranslations('applications.saving.left'), getLocale()]);
  const writable = isWritable(file.state) && file.right !== 'view';
  const places = file.form.definition.sections.flatMap((section) => {
    const title = inLanguage(section.title, locale);
    const href = `/${locale}/my-applications/${file.id}/sections/${section.id}`;
    return section.fields.map((field) => [
      field.id,
      { label: inLanguage(field.label, locale), section: writable ? { title, href } : undefined },
    ]);
  });
  return (
    <LeftWords
      url={`/api/drafts/${file.id}`}
      who={viewer.id}
      places={Object.fromEntries(places)}
      labels={{
        title: t('title'),
        text: t('text'),
        words: t('words'),
        open: t.raw('open') as string,
        forget: t('forget'),
      }}
    />
  );
}
