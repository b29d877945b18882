import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Tag, Tags } from '@/components/ui/tag';
import { TextInput } from '@/components/ui/text-input';
import { removeViewAction, saveViewAction } from '@/lib/applications/actions/examine';
import type { ViewLine } from '@/lib/applications/queries/board';

type Props = { path: string; query: string; views: ViewLine[] };

/** Filters kept under a name: one's own first, then the team's. What the board shows now can be kept too. */
export function SavedViews({ path, query, views }: Props) {
  const t = useTranslations('intake.views');
  const current = views.find((view) => view.query === query);
  const mine = views.filter((view) => view.mine);
  return (
    <section aria-label={t('title')} className="my-4">
      {views.length > 0 ? (
        <Tags label={t('title')}>
          {views.map((view) => (
            <Tag key={view.id} href={view.query ? `${path}?${view.query}` : path} current={view === current}>
              {view.mine ? view.name : t('ofSomeone', { name: view.name, by: view.by })}
            </Tag>
          ))}
        </Tags>
      ) : null}
      <Details summary={t(mine.length ? 'keepOrRemove' : 'keep')}>
        <ActionForm action={saveViewAction} hidden={{ path, query }}>
          <p className="quiet">{t('keepHelp')}</p>
          <TextInput
            name="name"
            label={t('name')}
            width="medium"
            maxLength={60}
            defaultValue={current?.mine ? current.name : undefined}
          />
          <Checkbox name="shared" label={t('shared')} defaultChecked={current?.mine ? current.shared : false} />
          <SubmitButton kind="secondary">{t('save')}</SubmitButton>
        </ActionForm>
        {mine.length > 0 ? (
          <ul className="rows mt-6">
            {mine.map((view) => (
              <li key={view.id}>
                <span>
                  {view.name}
                  <span className="hint">{t(view.shared ? 'isShared' : 'isMine')}</span>
                </span>
                <ActionForm action={removeViewAction} hidden={{ path, query, viewId: view.id }}>
                  <SubmitButton kind="quiet" size="small">
                    {t('remove')}
                    <span className="hidden-text"> {view.name}</span>
                  </SubmitButton>
                </ActionForm>
              </li>
            ))}
          </ul>
        ) : null}
      </Details>
    </section>
  );
}
