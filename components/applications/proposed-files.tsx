import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';

type Proposed = { id: string; application: { title: string; call: { title: string } } };

/** Files somebody proposes to hand over to the reader. */
export function ProposedFiles({ proposed }: { proposed: Proposed[] }) {
  const t = useTranslations('applications');
  if (proposed.length === 0) return null;
  return (
    <Notice tone="info" boxed title={t('transfer.proposed')}>
      <ul>
        {proposed.map(({ id, application }) => (
          <li key={id}>
            <Link href={`/my-applications/transfers/${id}`}>{application.title || t('untitled')}</Link>{' '}
            <span className="quiet">{application.call.title}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
