import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { openRoomAction, orderBoardAction } from '@/lib/jury/actions/deliberation';
import type { Board } from '@/lib/jury/queries/board';
import { rankRuleNames } from '@/lib/jury/ranking';

/** The order of the table and how ties are broken, by name; and whether the room follows. */
export function BoardSettings({ board }: { board: Board }) {
  const t = useTranslations('jury');
  const { asked, why, parts } = board.correction;
  // A correction these marks do not allow is not offered; asked for before, it stays named beside the reason.
  const options = rankRuleNames
    .filter((name) => name !== 'corrected' || asked || !why)
    .map((name) => ({ value: name, label: t(`rankRules.${name}`) }));
  const [first, second, third] = board.settings.ranking;
  const open = board.settings.deliberationOpen;
  return (
    <>
      <ActionForm action={openRoomAction} hidden={{ stageId: board.id, open: open ? 'no' : 'yes' }}>
        <p>{open ? t('board.isOpen') : t('board.isClosed')}</p>
        <SubmitButton kind="secondary">{open ? t('board.closeRoom') : t('board.openRoom')}</SubmitButton>
      </ActionForm>
      {asked && why ? (
        <Notice tone="time">{`${t(`minutes.notCorrected.${why}`, { parts })} ${t('board.nextRule')}`}</Notice>
      ) : null}
      <Details summary={t('board.order')}>
        <ActionForm action={orderBoardAction} hidden={{ stageId: board.id }}>
          <Select name="first" label={t('board.first')} options={options} defaultValue={first ?? 'mean'} />
          <Select
            name="second"
            label={t('board.second')}
            optional
            placeholder={t('board.noRule')}
            options={options}
            defaultValue={second ?? ''}
          />
          <Select
            name="third"
            label={t('board.third')}
            optional
            placeholder={t('board.noRule')}
            options={options}
            defaultValue={third ?? ''}
          />
          <SubmitButton kind="secondary">{t('board.saveOrder')}</SubmitButton>
        </ActionForm>
      </Details>
    </>
  );
}
