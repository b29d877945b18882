import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Details } from './disclosure';

/** The frame of every picture of data: the finding as its title, the picture, its figures as a table below. */
export function Chart({
  title,
  picture,
  table,
  hue,
  tableLabel,
}: {
  title: string;
  picture: ReactNode;
  table: ReactNode;
  hue?: number;
  tableLabel?: string;
}) {
  const t = useTranslations('ui');
  return (
    <figure className="chart" data-cohort={hue}>
      <figcaption>{title}</figcaption>
      {picture}
      <Details summary={tableLabel ?? t('showTable')} wide>
        {table}
      </Details>
    </figure>
  );
}
