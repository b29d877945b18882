import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { isOpen, readNetwork } from '@/lib/onboarding/network';

/** A result of the network check in words, its text below. */
export function NetworkText({ text }: { text: string }) {
  const t = useTranslations('onboarding.network');
  const result = readNetwork(text);
  if (!result) return <span className="whitespace-pre-line">{text}</span>;
  const failed = result.sites.filter((site) => !site.ok).map((site) => site.host);
  const closed = result.ports.filter((port) => !port.ok).map((port) => port.port);
  const open = isOpen(result);
  return (
    <>
      <Status tone={open ? 'good' : 'bad'}>{open ? t('open') : t('closed')}</Status>
      {result.complete ? null : <p>{t('cut')}</p>}
      {failed.length > 0 ? (
        <p>
          {t('sitesFail')} : {failed.join(', ')}
        </p>
      ) : null}
      {closed.length > 0 ? (
        <p>
          {t('portsFail')} : {closed.join(', ')}
        </p>
      ) : null}
      {result.proxy ? (
        <p>
          {t('proxy')} : {result.proxy}
        </p>
      ) : null}
    </>
  );
}
