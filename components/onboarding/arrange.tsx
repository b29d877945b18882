import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';

type ArrangeProps = {
  part: 'item' | 'section' | 'phase';
  target: string;
  name: string;
  first: boolean;
  last: boolean;
  removable: boolean;
};

/** Up, down, remove: by keyboard and without dragging. */
export function Arrange({ part, target, name, first, last, removable }: ArrangeProps) {
  const t = useTranslations('onboarding.template');
  const acts = [
    { value: `move_${part}:${target}:-1`, label: t('up'), icon: <ArrowUp aria-hidden />, shown: !first },
    { value: `move_${part}:${target}:1`, label: t('down'), icon: <ArrowDown aria-hidden />, shown: !last },
    { value: `remove_${part}:${target}`, label: t('remove'), icon: <Trash2 aria-hidden />, shown: removable },
  ];
  return (
    <span className="arrange">
      {acts
        .filter((act) => act.shown)
        .map((act) => (
          <button
            key={act.value}
            className="btn"
            data-kind="quiet"
            data-size="small"
            type="submit"
            name="press"
            value={act.value}
          >
            {act.icon}
            {act.label}
            <span className="hidden-text"> {name}</span>
          </button>
        ))}
    </span>
  );
}
