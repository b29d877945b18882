import { Avatar } from '@/components/ui/avatar';
import { BarPicture } from '@/components/ui/bar-picture';
import { Card } from '@/components/ui/card';
import { ColumnPicture } from '@/components/ui/column-picture';
import { GeneratedPicture } from '@/components/ui/generated-picture';
import { HeatTable } from '@/components/ui/heat-table';
import { IntervalPicture } from '@/components/ui/interval-picture';
import { PartPicture } from '@/components/ui/part-picture';
import { CohortMark } from '@/components/ui/status';
import { Tag, Tags } from '@/components/ui/tag';
import type { Words } from './words';

const names = [
  'PrédiSauvetage',
  'Brigade Numérique',
  'Open Collectivités',
  'Gobelins',
  'CoachÉlèves',
  'Hopkins',
  'DataESR',
  'LexImpact',
  'Karfu’R',
  'SignauxFaibles',
  'DataJust',
  'b@liseNAV',
];
const themes = [
  'mer',
  'police',
  'collectivités',
  'culture',
  'école',
  'santé',
  'recherche',
  'loi',
  'transport',
  'finance',
  'justice',
  'balise',
];

export function PicturesShow({ w }: { w: Words }) {
  const days = Array.from({ length: 30 }, (_, i) => {
    const value = i === 29 ? 64 : Math.round(2 + 6 * Math.abs(Math.sin(i)) + (i > 25 ? i : 0));
    return { label: `${i + 1}/03`, value, text: String(value), mark: i % 10 === 0 || i === 29 };
  });
  return (
    <section id="pictures">
      <h2 className="mb-5">{w.gallery}</h2>
      <ul className="grid-cards">
        {names.map((name, index) => (
          <li key={name}>
            <Card
              hue={(index % 8) + 1}
              href={`/challenges/${name}`}
              title={name}
              picture={<GeneratedPicture slug={name} themes={[themes[index] ?? '']} />}
              over={<CohortMark hue={(index % 8) + 1}>{`${w.cohort} ${(index % 8) + 1}`}</CohortMark>}
            >
              {index % 3 === 1 ? w.long : w.culture}
            </Card>
          </li>
        ))}
      </ul>
      <div className="my-8 flex flex-wrap items-center gap-4">
        {['Élise Martin', 'Jean-Noël de la Tour', 'Philéas'].map((name, index) => (
          <span key={name} className="inline-flex items-center gap-2">
            <Avatar name={name} hue={index + 1} /> {name}
          </span>
        ))}
        <Avatar name="Camille Roussel" size="large" hue={4} />
        <Tags label={w.pictures}>
          {w.tags.map((tag) => (
            <Tag key={tag} href={`?theme=${tag}`}>
              {tag}
            </Tag>
          ))}
        </Tags>
      </div>
      <div className="grid gap-x-12 lg:grid-cols-2">
        <ColumnPicture title={w.chartTitle} points={days} labelHead={w.chartHead} valueHead={w.chartValue} />
        <BarPicture
          title={w.kinds}
          hue={3}
          labelHead={w.organisation}
          valueHead={w.chartValue}
          bars={[
            { label: w.ministryKind, value: 62, text: '62' },
            { label: w.operator, value: 24, text: '24' },
            { label: w.local, value: 11, text: '11' },
            { label: w.health, value: 3, text: '3' },
          ]}
        />
        <PartPicture
          title={w.budget}
          hue={5}
          labelHead={w.part}
          valueHead={w.sum}
          parts={[
            { label: w.paid, value: 420, text: '420 000 €' },
            { label: w.committed, value: 180, text: '180 000 €' },
            { label: w.planned, value: 60, text: '60 000 €' },
            { label: w.left, value: 340, text: '340 000 €' },
          ]}
        />
        <IntervalPicture
          title={w.ranks}
          min={1}
          max={21}
          labelHead={w.project}
          valueHead={w.rank}
          limit={{ at: 14.5, label: w.places }}
          intervals={names.slice(0, 8).map((name, i) => ({
            key: name,
            label: name,
            low: Math.max(1, i * 2 - 1),
            high: i * 2 + 5,
            value: i * 2 + 1.5,
            text: `${Math.max(1, i * 2 - 1)}–${i * 2 + 5}`,
          }))}
        />
      </div>
      <HeatTable
        caption={w.heat}
        head={w.challenge}
        columns={[w.access, w.desk, w.internet]}
        rows={names.slice(0, 4).map((name, i) => ({
          key: name,
          label: name,
          cells: [
            { text: i % 2 ? w.blocked : w.ok, tone: i % 2 ? 'bad' : 'good', href: '#a' },
            { text: w.soon, tone: 'time' },
            i === 3 ? null : { text: i ? w.nothing : w.begun, tone: i ? 'neutral' : 'active' },
          ],
        }))}
      />
    </section>
  );
}
