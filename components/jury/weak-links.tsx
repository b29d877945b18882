import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { CalibrationView } from '@/lib/jury/queries/calibration';

/** The files or jurors on whom alone a comparison rests: said before the day, while it can be mended, and after it. */
export function WeakLinks({ threads }: Pick<CalibrationView, 'threads'>) {
  const t = useTranslations('jury.calibration.weak');
  if (threads.length === 0) return null;
  return (
    <Notice tone="time" boxed title={t('title')}>
      <p>{t('text')}</p>
      <ul className="prose">
        {threads.slice(0, 10).map(({ kind, id, name, sides }) => (
          <li key={id}>{t(kind, { name, sides })}</li>
        ))}
      </ul>
    </Notice>
  );
}
