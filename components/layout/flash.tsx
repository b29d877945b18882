import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';

/** What the act that led here did, said once: `?done=<message key>`, handed on by the proxy. Only our own words are ever shown. */
export async function Flash() {
  const key = (await headers()).get('x-done');
  if (!key) return null;
  const t = await getTranslations();
  if (!t.has(key as never)) return null;
  return (
    <div role="status">
      <Notice tone="good" boxed>
        {t(key as never)}
      </Notice>
    </div>
  );
}
