import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Link } from '@/components/ui/link';
import { ownPicture } from '@/lib/people/pictures';
import type { PersonCard } from '@/lib/people/queries';

/** Faces and names in columns: what each did, and when. */
export function PersonList({ people }: { people: PersonCard[] }) {
  const t = useTranslations('people');
  return (
    <ul className="grid-cards m-0 list-none p-0">
      {people.map((person) => (
        <li key={person.slug} className="flex items-start gap-3">
          <Avatar name={person.name} src={ownPicture(person.photoUrl)} />
          <div className="min-w-0">
            <Link className="name-link" href={`/people/${person.slug}`}>
              {person.name}
            </Link>
            <p className="quiet">
              {person.headline ||
                person.kinds
                  .map((kind) => t(`roles.${kind === 'fellow' && person.alumni ? 'alumni' : kind}.one`))
                  .join(', ')}
            </p>
            {person.cohorts.length ? <p className="quiet">{person.cohorts.join(', ')}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
