import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkboxes } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { changeSettingsAction } from '@/lib/jury/actions/assignment';
import { type AnchorCandidate, anchorsOf, panelsPerAnchor } from '@/lib/jury/anchors';
import type { StageSettings } from '@/lib/jury/stage-input';

type Props = {
  stageId: string;
  settings: StageSettings;
  candidates: AnchorCandidate[];
  titles: Record<string, string>;
};
const SHOWN = 30;

/** Anchor files by name, the best placed first, each with its reasons. */
export function AnchorChoice({ stageId, settings, candidates, titles }: Props) {
  const t = useTranslations('jury.anchors');
  const { anchors, anchorFiles, panels, halfDays } = settings;
  if (candidates.length === 0) return null;
  const chosen = anchors > 0 || anchorFiles.length > 0 ? anchorsOf(candidates, anchorFiles, anchors) : [];
  const each = panelsPerAnchor(panels, chosen.length, Math.max(1, halfDays.length));
  const shown = candidates.filter(({ id }, at) => at < SHOWN || anchorFiles.includes(id));
  const why = ({ barred, experts, halfDays: free, rank }: AnchorCandidate) =>
    [
      t('barred', { count: barred }),
      rank ? t('rank', rank) : '',
      t('experts', { count: experts }),
      halfDays.length > 0 ? t('halfDays', { count: free, of: halfDays.length }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Details summary={t('title', { count: chosen.length })}>
      <p>{t('help')}</p>
      {chosen.length > 0 ? (
        <p className="my-4">
          {t(chosen.length * (each - 1) >= panels - 1 ? 'linked' : 'tooFew', { count: chosen.length, each, panels })}
        </p>
      ) : null}
      <ActionForm action={changeSettingsAction} hidden={{ stageId, back: 'panels', anchorsChosen: 'yes' }}>
        <Checkboxes
          id="anchor-files"
          name="anchorFiles"
          label={t('choose')}
          help={t('chooseHelp')}
          optional
          options={shown.map((one) => ({
            value: one.id,
            label: `${titles[one.id] ?? one.id}${chosen.includes(one.id) && !anchorFiles.includes(one.id) ? ` (${t('proposed')})` : ''}`,
            help: why(one),
          }))}
          defaultValue={anchorFiles}
        />
        <SubmitButton kind="secondary">{t('save')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
