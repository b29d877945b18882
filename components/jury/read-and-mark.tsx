import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** What is read and where it is marked: side by side when there is room, one after the other otherwise. */
export function ReadAndMark({ file, grid }: { file: ReactNode; grid: ReactNode }) {
  const t = useTranslations('jury.read');
  return (
    <>
      <p className="mb-4 lg:hidden">
        <a className="link" href="#grid">
          {t('toGrid')}
        </a>
      </p>
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-10">
        <div className="min-w-0">{file}</div>
        <section
          aria-labelledby="grid"
          className="min-w-0 lg:sticky lg:top-0 lg:max-h-dvh lg:self-start lg:overflow-y-auto lg:border-s lg:border-rule lg:px-6 lg:pb-6"
        >
          {grid}
        </section>
      </div>
    </>
  );
}
