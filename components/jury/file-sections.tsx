import { useLocale } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import type { ShownSection } from '@/lib/jury/anonymity';

/** A file's answers, section by section, as its readers see them. `fileHref` gives the address of an attachment. */
export function FileSections({ sections, fileHref }: { sections: ShownSection[]; fileHref?: (id: string) => string }) {
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  return sections.map((section) => (
    <section key={section.id} aria-labelledby={`section-${section.id}`}>
      <h3 id={`section-${section.id}`}>{section.title[locale]}</h3>
      <SummaryList
        items={section.entries.map((entry) => ({
          key: entry.id,
          label: entry.label[locale],
          value: (
            <>
              {entry.lines.map((line, index) => (
                <p key={index} className="whitespace-pre-line">
                  {line[locale]}
                </p>
              ))}
              {entry.files.map((file) => (
                <p key={file.id}>
                  {fileHref ? (
                    <a className="link" href={fileHref(file.id)}>
                      {file.name}
                    </a>
                  ) : (
                    file.name
                  )}
                </p>
              ))}
            </>
          ),
        }))}
      />
    </section>
  ));
}
