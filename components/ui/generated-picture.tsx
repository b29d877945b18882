import { drawPicture } from './picture';

/** Stands where a photo would; says nothing that the title does not, so it is hidden from those who hear the page. */
export function GeneratedPicture({ slug, themes, hue }: { slug: string; themes?: string[]; hue?: number }) {
  const { ink, line, paper, ground } = drawPicture(slug, themes);
  return (
    <svg
      className="picture"
      viewBox="0 0 320 180"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      data-ground={ground}
      data-cohort={hue}
    >
      <rect className="p-ground" width="320" height="180" />
      <path className="p-line" d={line} />
      <path className="p-paper" d={paper} />
      <path className="p-ink" d={ink} />
    </svg>
  );
}
