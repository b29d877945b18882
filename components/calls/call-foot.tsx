import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { CallPage } from '@/lib/calls/queries';

/** Before anyone answers: how long what a file says of people is kept when it is not retained, and whom to ask. */
export function CallFoot({ call }: { call: CallPage }) {
  const t = useTranslations('retention.public');
  const page = useTranslations('calls.page');
  return (
    <>
      <section aria-labelledby="kept-for" className="mt-10">
        <h2 id="kept-for">{t('title')}</h2>
        <p>{t('text', { months: call.retentionMonths })}</p>
        <Link href="/privacy">{t('more')}</Link>
      </section>
      <section aria-labelledby="contact" className="mt-10">
        <h2 id="contact">{page('contact')}</h2>
        <a href={`mailto:${call.contactEmail}`}>{call.contactEmail}</a>
      </section>
    </>
  );
}
