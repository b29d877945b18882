import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { SearchForm } from '@/components/ui/search-form';
import { TabsNav } from '@/components/ui/tabs-nav';
import {
  INTAKE_PROFILES,
  INTAKE_STATES,
  type IntakeFilters,
  intakeHref,
  isFiltered,
} from '@/lib/applications/intake-filters';
import { NEXT_STEPS } from '@/lib/applications/next-step';
import type { BoardDesk } from '@/lib/applications/queries/board';

type Props = {
  path: string;
  filters: IntakeFilters;
  desk: BoardDesk;
};

/** States as links with their counts; words and the other filters as a form that is an address. */
export function IntakeFilterBar({ path, filters, desk }: Props) {
  const t = useTranslations('intake');
  const stateWord = useTranslations('applications.states');
  const states = INTAKE_STATES.filter((state) => desk.states[state]);
  const total = Object.values(desk.states).reduce((sum, count) => sum + count, 0);
  const all = { href: intakeHref(path, filters, { state: '' }), label: t('filters.all'), count: total };
  return (
    <>
      <TabsNav
        label={t('filters.states')}
        tabs={[
          { ...all, current: filters.state === '' },
          ...states.map((state) => ({
            href: intakeHref(path, filters, { state }),
            label: stateWord(state),
            count: desk.states[state],
            current: filters.state === state,
          })),
        ]}
      />
      <SearchForm
        label={t('filters.search')}
        submit={t('filters.show')}
        defaultValue={filters.q}
        more={{
          label: t('filters.more'),
          open: [filters.next, filters.instructor, filters.label, filters.profile, filters.coFunding].some(Boolean),
        }}
        hidden={{ state: filters.state, sort: filters.sort === 'received' ? '' : filters.sort, down: filters.down }}
      >
        <Choice
          name="next"
          value={filters.next}
          label={t('filters.next')}
          any={t('filters.anything')}
          options={NEXT_STEPS.map((step) => [step, t(`next.${step}`)])}
        />
        <Choice
          name="instructor"
          value={filters.instructor}
          label={t('filters.instructor')}
          any={t('filters.anyone')}
          options={[
            ['me', t('filters.me')],
            ['none', t('filters.nobody')],
            ...desk.people.map(({ id, name, load }): [string, string] => [id, `${name} (${load})`]),
          ]}
        />
        <Choice
          name="label"
          value={filters.label}
          label={t('filters.label')}
          any={t('filters.anyLabel')}
          options={desk.labels.map(({ label, count }) => [label, `${label} (${count})`])}
        />
        <Choice
          name="profile"
          value={filters.profile}
          label={t('filters.profile')}
          any={t('filters.anyProfile')}
          options={INTAKE_PROFILES.map((profile) => [profile, t(`profiles.${profile}` as 'profiles.designer')])}
        />
        <Choice
          name="coFunding"
          value={filters.coFunding}
          label={t('filters.coFunding')}
          any={t('filters.either')}
          options={[
            ['yes', t('filters.asked')],
            ['no', t('filters.notAsked')],
          ]}
        />
      </SearchForm>
      {isFiltered(filters) ? (
        <p>
          {t('found', { count: desk.found, total })} <Link href={path}>{t('filters.clear')}</Link>
        </p>
      ) : null}
    </>
  );
}

type ChoiceProps = { name: string; value: string; label: string; any: string; options: [string, string][] };

function Choice({ name, value, label, any, options }: ChoiceProps) {
  const known = value === '' || options.some(([one]) => one === value);
  return (
    <label className="min-w-0 max-sm:w-full">
      <span className="label">{label}</span>
      <select className="control" name={name} defaultValue={value}>
        <option value="">{any}</option>
        {known ? null : <option value={value}>{value}</option>}
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
