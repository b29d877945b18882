import { useTranslations } from 'next-intl';
import { Radios } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { LICENCES, suggestLicence } from '@/lib/support/licences';

export type LicenceWish = { what?: string; changes?: string; network?: string };
const KINDS = ['code', 'data', 'documentation'] as const;

/** Three questions, one licence, and what each of those allowed means. A plain form: the address is the answer. */
export function LicenceHelper({ wish }: { wish: LicenceWish }) {
  const t = useTranslations('support.works');
  const what = KINDS.find((one) => one === wish.what);
  const id = what
    ? suggestLicence(what, { changesShared: wish.changes === 'yes', network: wish.network === 'yes' })
    : null;
  const licence = LICENCES.find((one) => one.id === id);
  const yesNo = [
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
  ];
  return (
    <div id="licence">
      <Details summary={t('helper')} open={Boolean(what)}>
        {licence ? (
          <div role="status">
            <Notice tone="good" title={t('suggested', { licence: licence.name })} boxed>
              {licence.keeps ? t('keeps') : t('free')}
            </Notice>
          </div>
        ) : null}
        <form method="get" action="#licence">
          <Radios
            name="what"
            label={t('askKind')}
            inline
            defaultValue={what ?? 'code'}
            options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <Radios name="changes" label={t('askChanges')} inline defaultValue={wish.changes ?? 'no'} options={yesNo} />
          <Radios
            name="network"
            label={t('askNetwork')}
            help={t('askNetworkHelp')}
            inline
            defaultValue={wish.network ?? 'no'}
            options={yesNo}
          />
          <button type="submit" className="btn" data-kind="secondary">
            {t('askNow')}
          </button>
        </form>
        {(['data', 'code'] as const).map((kind) => (
          <div key={kind} className="mt-6">
            <h3>{t(kind === 'data' ? 'forData' : 'forCode')}</h3>
            <dl className="summary">
              {LICENCES.filter((one) => one.kind === kind).map((one) => (
                <div key={one.id}>
                  <dt>{one.name}</dt>
                  <dd>{one.keeps ? t('keeps') : t('free')}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
        <p className="quiet">{t('law')}</p>
      </Details>
    </div>
  );
}
