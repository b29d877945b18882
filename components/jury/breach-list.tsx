import { useTranslations } from 'next-intl';
import { Few } from '@/components/jury/contradiction';
import { Notice } from '@/components/ui/notice';
import type { Breach } from '@/lib/jury/assignment-check';
import type { PanelBreach } from '@/lib/jury/panels-check';

type Props = { breaches: readonly (Breach | PanelBreach)[]; names: Record<string, string>; panels?: string[] };

/** What the assignment as it stands does not respect: a hand may do so, knowing it. */
export function BreachList({ breaches, names, panels = [] }: Props) {
  const t = useTranslations('jury.breaches');
  if (breaches.length === 0) return null;
  const name = (id: string) => names[id] ?? id;
  const say = (one: Breach | PanelBreach): string => {
    const [min, max] = 'limits' in one ? one.limits : [0, 'limit' in one ? one.limit : 0];
    return t(one.kind, {
      panel: 'panel' in one ? (panels[one.panel] ?? String(one.panel + 1)) : '',
      given: 'given' in one ? one.given : 0,
      wanted: 'wanted' in one ? one.wanted : 'parts' in one ? one.parts : max,
      file: 'proposal' in one ? name(one.proposal) : '',
      juror: 'juror' in one ? name(one.juror) : 'jurors' in one ? name(one.jurors[0]) : '',
      other: 'jurors' in one ? name(one.jurors[1]) : '',
      range: min === max ? String(min) : t('range', { min, max }),
    });
  };
  return (
    <Notice tone="time" boxed title={t('title', { count: breaches.length })}>
      <Few lines={breaches.map(say)} more={(count) => t('more', { count })} />
    </Notice>
  );
}
