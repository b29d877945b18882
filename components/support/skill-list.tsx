import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Radios } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { TextInput } from '@/components/ui/text-input';
import { closeSkillAction, postSkillAction } from '@/lib/support/actions/obstacles';
import type { SkillRow } from '@/lib/support/queries/people';

export function SkillList({ title, rows }: { title: string; rows: SkillRow[] }) {
  const t = useTranslations('support.skills');
  return (
    <section className="mt-6">
      <h2>{title}</h2>
      {rows.length === 0 ? <p className="quiet mt-2">{t('none')}</p> : null}
      <ul className="rows">
        {rows.map((one) => (
          <li key={one.id}>
            <span>
              <strong>{one.skill}</strong>
              <span className="hint">{[one.note, one.challenge].filter(Boolean).join(' · ')}</span>
            </span>
            {one.mine ? (
              <ActionForm action={closeSkillAction} hidden={{ id: one.id }}>
                <SubmitButton kind="secondary" size="small" aria-label={`${t('close')} : ${one.skill}`}>
                  {t('close')}
                </SubmitButton>
              </ActionForm>
            ) : (
              <Link href={`/introductions/new?to=${one.slug}`}>{t('meet', { name: one.name })}</Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PostSkill() {
  const t = useTranslations('support.skills');
  return (
    <Details summary={t('post')}>
      <ActionForm action={postSkillAction}>
        <Radios
          name="kind"
          label={t('kind')}
          inline
          defaultValue="offer"
          options={[
            { value: 'offer', label: t('offer') },
            { value: 'ask', label: t('ask') },
          ]}
        />
        <TextInput name="skill" label={t('skill')} help={t('skillHelp')} maxLength={80} />
        <TextInput name="note" label={t('note')} optional maxLength={500} />
        <SubmitButton>{t('send')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
