import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { isDemo } from '@/lib/env';

/** In the demo only: the cast of accounts. */
export async function DemoHint({ next }: { next: string }) {
  if (!isDemo()) return null;
  const t = await getTranslations('demo');
  return (
    <Notice tone="info">
      {t('hint')} <Link href={next ? `/demo?next=${encodeURIComponent(next)}` : '/demo'}>{t('cast.title')}</Link>
    </Notice>
  );
}

export async function DemoMailboxLink() {
  if (!isDemo()) return null;
  const t = await getTranslations('demo');
  return (
    <p>
      <Link href="/demo/mailbox">{t('mailbox.open')}</Link>
    </p>
  );
}
