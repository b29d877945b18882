import { Shell, StageNav } from '@/components/layout/stage-nav';
import { CopyButton } from '@/components/ui/copy-button';
import { chooseCohortAction } from '@/lib/publication/actions';
import type { Words } from './words';

export function SpineShow({ w }: { w: Words }) {
  return (
    <section id="spine">
      <h2 className="mb-5">{w.spine}</h2>
      <Shell
        side={
          <StageNav
            choose={chooseCohortAction}
            cohorts={[6, 5, 4].map((n) => ({
              name: `${w.cohort} ${n}`,
              slug: String(n),
              hue: n,
              current: n === 6,
            }))}
            stages={w.stages.map((label, index) => ({
              key: label,
              label,
              href: `/demo/ui/${index}`,
              time: index < 2 ? 'past' : index === 2 ? 'now' : 'future',
              when: index === 2 ? w.until : undefined,
            }))}
            places={[
              { href: '/demo/ui', label: w.title },
              { href: '/admin/settings', label: w.settings },
            ]}
          />
        }
      >
        <div className="flex flex-wrap items-start gap-4">
          <CopyButton text="AAP6-0042">AAP6-0042</CopyButton>
        </div>
      </Shell>
    </section>
  );
}
