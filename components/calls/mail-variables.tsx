import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';

/** What a text may name, each with what it stands for. */
export function MailVariables({ names, open }: { names: readonly string[]; open?: boolean }) {
  const t = useTranslations('mailing.variables');
  return (
    <Details summary={t('title')} open={open}>
      <p className="quiet">{t('help')}</p>
      <ul className="m-0 grid list-none gap-1 p-0">
        {names.map((name) => (
          <li key={name}>
            <code>{`{{${name}}}`}</code> {t((name === 'title' ? 'titleOf' : name) as 'call')}
          </li>
        ))}
      </ul>
    </Details>
  );
}
