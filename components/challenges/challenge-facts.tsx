import { useFormatter, useTranslations } from 'next-intl';
import { ExternalLink, Link } from '@/components/ui/link';
import { CohortMark } from '@/components/ui/status';
import { Figures, SummaryList } from '@/components/ui/summary-list';
import { Tag, Tags } from '@/components/ui/tag';
import { amountOf } from '@/lib/challenges/amounts';
import type { ChallengePage, KeyFigure } from '@/lib/challenges/queries';
import { skillKey } from '@/lib/challenges/skills';
import { hostOf, safeUrl } from '@/lib/people/links';

/** Large numbers with what they count. */
export function KeyFigures({ figures }: { figures: KeyFigure[] }) {
  const format = useFormatter();
  if (!figures.length) return null;
  return (
    <Figures
      items={figures.map((figure) => {
        const amount = amountOf(figure);
        const shown = typeof amount === 'number' ? format.number(amount) : amount;
        return { label: figure.description, value: `${figure.before ?? ''}${shown}${figure.after ?? ''}` };
      })}
    />
  );
}

/** Code, sites, films: what can be opened elsewhere. */
export function ChallengeLinks({ links }: { links: ChallengePage['links'] }) {
  const t = useTranslations('challenges');
  const shown = links.flatMap((link) => {
    const url = safeUrl(link.url);
    return url ? [{ ...link, url }] : [];
  });
  if (!shown.length) return null;
  return (
    <section aria-labelledby="links" className="mt-10">
      <h2 id="links">{t('page.links')}</h2>
      <ul className="rows">
        {shown.map((link, index) => (
          <li key={`${index} ${link.url}`}>
            <span>
              <ExternalLink href={link.url} hint={t('page.elsewhere')}>
                {link.title || t(t.has(`links.${link.kind}`) ? `links.${link.kind}` : 'links.website')}
              </ExternalLink>
              {link.description ? <span className="hint">{link.description}</span> : null}
            </span>
            <span className="quiet">{hostOf(link.url)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where it happened, with whom, how long, with which skills. */
export function ChallengeFacts({ challenge, hue }: { challenge: ChallengePage; hue: number }) {
  const t = useTranslations('challenges');
  const { cohort, host, backer, towns, durationMonths, skills, themes } = challenge;
  const skill = (name: string) => {
    const key = skillKey(name);
    return key ? t(`skills.${key}`) : name;
  };
  const items = [
    {
      key: 'cohort',
      value: (
        <CohortMark hue={hue}>
          <Link href={`/cohorts/${cohort.slug}`}>{cohort.name}</Link>
        </CohortMark>
      ),
    },
    { key: 'host', value: host && <Link href={`/organisations/${host.slug}`}>{host.name}</Link> },
    { key: 'backer', value: backer && <Link href={`/organisations/${backer.slug}`}>{backer.name}</Link> },
    { key: 'towns', value: towns.join(', ') },
    { key: 'duration', value: durationMonths && t('page.months', { count: durationMonths }) },
    { key: 'skill', value: skills.length > 0 && <TagLinks facet="skill" values={skills} label={skill} /> },
    { key: 'theme', value: themes.length > 0 && <TagLinks facet="theme" values={themes} /> },
  ];
  return (
    <SummaryList
      items={items.filter((item) => item.value).map((item) => ({ ...item, label: t(`page.${item.key}`) }))}
    />
  );
}

type TagLinksProps = { facet: 'skill' | 'theme'; values: string[]; label?: (value: string) => string };

function TagLinks({ facet, values, label = (value) => value }: TagLinksProps) {
  return (
    <Tags>
      {values.map((value) => (
        <Tag key={value} href={`/challenges?${new URLSearchParams({ [facet]: value })}`}>
          {label(value)}
        </Tag>
      ))}
    </Tags>
  );
}
