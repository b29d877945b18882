import { useTranslations } from 'next-intl';
import { FileInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { NETWORK_SITES } from '@/lib/onboarding/network';

/** The check to run, then its result, pasted or sent as a file. */
export function NetworkFields({ text, sites = NETWORK_SITES }: { text: string; sites?: string[] }) {
  const t = useTranslations('onboarding.network');
  const query = `sites=${encodeURIComponent(sites.join(','))}`;
  return (
    <>
      <p>{t('promise', { count: sites.length })}</p>
      <ul className="my-4 flex list-none flex-wrap gap-x-6 gap-y-2 p-0">
        <li>
          <a className="btn" data-kind="secondary" href={`/api/onboarding/network-check/shell?${query}`} download>
            {t('shell')}
          </a>
        </li>
        <li>
          <a className="btn" data-kind="secondary" href={`/api/onboarding/network-check/powershell?${query}`} download>
            {t('powershell')}
          </a>
        </li>
      </ul>
      <Textarea name="answer" label={t('paste')} help={t('pasteHelp')} optional rows={8} defaultValue={text} />
      <FileInput name="upload" label={t('upload')} optional accept=".txt,text/plain" />
    </>
  );
}
