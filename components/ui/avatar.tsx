import { initials } from './initials';

type Props = { name: string; src?: string; size?: 'small' | 'normal' | 'large'; hue?: number };

/** A person's photo, or their initials. Decorative: the name stands beside it. */
export function Avatar({ name, src, size = 'normal', hue }: Props) {
  if (src) {
    // biome-ignore lint/performance/noImgElement: our own file route sizes and authorizes it.
    return <img className="avatar" data-size={size} src={src} alt="" loading="lazy" />;
  }
  return (
    <span className="avatar" data-size={size} data-cohort={hue} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
