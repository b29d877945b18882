import { useTranslations } from 'next-intl';

/** Who is in the room of the deliberation, as the attendance was noted. */
export function InRoom({ names }: { names: string[] }) {
  const t = useTranslations('jury.board');
  return (
    <p className="quiet">
      {t('inRoom', { count: names.length })} {names.join(', ')}
    </p>
  );
}
