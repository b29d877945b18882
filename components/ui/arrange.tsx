import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';

type Props = {
  /** What the form's one handler reads in `press`: `move_KIND:TARGET:±1`, `remove_KIND:TARGET`. */
  kind: string;
  target: string;
  name: string;
  first: boolean;
  last: boolean;
  removable: boolean;
};

/** Up, down, remove: by keyboard and without dragging. */
export function Arrange({ kind, target, name, first, last, removable }: Props) {
  const t = useTranslations('ui.arrange');
  const acts = [
    { value: `move_${kind}:${target}:-1`, label: t('up'), icon: <ArrowUp aria-hidden />, shown: !first },
    { value: `move_${kind}:${target}:1`, label: t('down'), icon: <ArrowDown aria-hidden />, shown: !last },
    { value: `remove_${kind}:${target}`, label: t('remove'), icon: <Trash2 aria-hidden />, shown: removable },
  ];
  return (
    <span className="arrange">
      {acts.map((act) =>
        act.shown ? (
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
        ) : (
          <span key={act.value} className="btn absent" data-kind="quiet" data-size="small" aria-hidden>
            {act.icon}
            {act.label}
          </span>
        ),
      )}
    </span>
  );
}
