import { useLocale, useTranslations } from 'next-intl';
import { AttachedFiles } from '@/components/calls/attached-files';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { UploadForm } from '@/components/ui/upload-form';
import { removeEvidenceAction } from '@/lib/onboarding/actions';
import type { ItemView } from '@/lib/onboarding/queries/items';

const REFUSALS = ['no_file', 'empty_file', 'file_too_big', 'file_type', 'too_many_files'] as const;
type Props = { item: ItemView; refused?: string; limits: { types: readonly string[]; maxBytes: number; most: number } };

/** The pieces of a line: to open, to add one, to take one away. */
export function ItemEvidence({ item, refused, limits }: Props) {
  const t = useTranslations('onboarding');
  const locale = useLocale();
  const reason = REFUSALS.find((one) => one === refused);
  const words = {
    max: refused === 'too_many_files' ? limits.most : Math.round(limits.maxBytes / 1_000_000),
    types: limits.types.join(', ').toUpperCase(),
  };
  if (item.evidence.length === 0 && !item.may.answer) return null;
  const place = { id: item.id, challenge: item.challenge.slug, list: item.list.templateKey };
  return (
    <section aria-labelledby="evidence" className="mt-8">
      <h2 id="evidence">{t('evidence.title')}</h2>
      {reason ? (
        <div role="alert">
          <Notice tone="bad">{t(`refusals.${reason}`, words)}</Notice>
        </div>
      ) : null}
      {item.evidence.length === 0 ? <p className="quiet mt-2">{t('evidence.none')}</p> : null}
      <AttachedFiles
        files={item.evidence}
        href={(file) => `/api/onboarding/files/${file.id}`}
        acts={(file) =>
          item.may.answer ? (
            <ActionForm action={removeEvidenceAction} hidden={{ ...place, fileId: file.id }} className="print:hidden">
              <SubmitButton kind="quiet" size="small" aria-label={`${t('evidence.remove')} : ${file.name}`}>
                {t('evidence.remove')}
              </SubmitButton>
            </ActionForm>
          ) : null
        }
      />
      {item.may.answer && item.evidence.length < limits.most ? (
        <UploadForm
          action={`/api/onboarding/items/${item.id}/files?challenge=${place.challenge}&locale=${locale}`}
          required
          label={t('evidence.add')}
          help={t('evidence.addHelp', { types: words.types, max: Math.round(limits.maxBytes / 1_000_000) })}
          accept={limits.types.map((type) => `.${type}`).join(',')}
          send={t('evidence.send')}
        />
      ) : null}
    </section>
  );
}
