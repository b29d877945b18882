import { useTranslations } from 'next-intl';
import { SearchForm } from '@/components/ui/search-form';
import { TabsNav } from '@/components/ui/tabs-nav';
import { INTAKE_STATES, type IntakeFilters, intakeHref } from '@/lib/applications/intake-filters';
import type { Instructor, IntakeCounts } from '@/lib/applications/queries/intake';

type Props = { path: string; filters: IntakeFilters; counts: IntakeCounts; people: Instructor[] };

/** States as links with their counts; words, instructor and co-funding as a form that is an address. */
export function IntakeFilterBar({ path, filters, counts, people }: Props) {
  const t = useTranslations('intake');
  const stateWord = useTranslations('applications.states');
  const states = INTAKE_STATES.filter((state) => counts.states[state]);
  const total = Object.values(counts.states).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <TabsNav
        label={t('filters.states')}
        tabs={[
          {
            href: intakeHref(path, filters, { state: '' }),
            label: t('filters.all'),
            count: total,
            current: filters.state === '',
          },
          ...states.map((state) => ({
            href: intakeHref(path, filters, { state }),
            label: stateWord(state),
            count: counts.states[state],
            current: filters.state === state,
          })),
        ]}
      />
      <SearchForm
        label={t('filters.search')}
        submit={t('filters.show')}
        defaultValue={filters.q}
        hidden={{ state: filters.state, sort: filters.sort, down: filters.down }}
      >
        <label>
          <span className="label">{t('filters.instructor')}</span>
          <select className="control" name="instructor" defaultValue={filters.instructor}>
            <option value="">{t('filters.anyone')}</option>
            <option value="none">{t('filters.nobody')}</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name} ({person.load})
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="label">{t('filters.coFunding')}</span>
          <select className="control" name="coFunding" defaultValue={filters.coFunding}>
            <option value="">{t('filters.either')}</option>
            <option value="yes">{t('filters.asked')}</option>
            <option value="no">{t('filters.notAsked')}</option>
          </select>
        </label>
      </SearchForm>
    </>
  );
}
