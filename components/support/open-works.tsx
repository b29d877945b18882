import { useTranslations } from 'next-intl';
import { LicenceHelper, type LicenceWish } from '@/components/support/licence-helper';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { ExternalLink } from '@/components/ui/link';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { addOpenWorkAction, removeOpenWorkAction } from '@/lib/support/actions/challenge';
import { LICENCES } from '@/lib/support/licences';
import type { WorkRow } from '@/lib/support/queries/challenge';

const KINDS = ['code', 'data', 'documentation'] as const;

type Props = { works: WorkRow[]; challenge: string; keeps: boolean; wish: LicenceWish };

/** What the challenge has published, and the licences the State may use, with what each means. */
export function OpenWorks({ works, challenge, keeps, wish }: Props) {
  const t = useTranslations('support.works');
  return (
    <section aria-labelledby="works" className="mt-10">
      <h2 id="works">{t('title')}</h2>
      <p className="quiet mt-2">{t('lead')}</p>
      {works.length === 0 ? <p className="mt-2">{t('none')}</p> : null}
      <ul className="rows">
        {works.map((one) => (
          <li key={one.id}>
            <span>
              <ExternalLink href={one.url}>{one.title}</ExternalLink>
              <span className="hint">{one.url}</span>
            </span>
            <span className="flex flex-wrap items-baseline gap-x-4">
              <span className="quiet">
                {t(`kinds.${one.kind}`)}, {LICENCES.find((licence) => licence.id === one.licence)?.name ?? one.licence}
              </span>
              {keeps ? (
                <ActionForm
                  action={removeOpenWorkAction}
                  hidden={{ challenge, workId: one.id }}
                  className="print:hidden"
                >
                  <SubmitButton kind="quiet" size="small" aria-label={`${t('remove')} : ${one.title}`}>
                    {t('remove')}
                  </SubmitButton>
                </ActionForm>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {keeps ? (
        <Details summary={t('add')}>
          <ActionForm action={addOpenWorkAction} hidden={{ challenge }}>
            <Select
              name="kind"
              label={t('kind')}
              width="medium"
              options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
            <TextInput name="title" label={t('name')} maxLength={200} />
            <TextInput name="url" type="url" inputMode="url" label={t('url')} />
            <Select
              name="licence"
              label={t('licence')}
              width="medium"
              options={LICENCES.map((licence) => ({ value: licence.id, label: licence.name }))}
            />
            <SubmitButton>{t('addSave')}</SubmitButton>
          </ActionForm>
        </Details>
      ) : null}
      <LicenceHelper wish={wish} />
    </section>
  );
}
