import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { ContactRow } from '@/lib/support/queries/challenge';
import type { ContactFunction } from '@/lib/support/schema';

/** Whom to call when data do not come: the guide's allies, those the challenge knows and those it does not know yet. */
const ALLIES: ContactFunction[] = ['amd', 'cod', 'prada', 'daj', 'dpd'];

export function DatasetAllies({ contacts, challenge }: { contacts: ContactRow[]; challenge: string }) {
  const t = useTranslations('support');
  return (
    <section aria-labelledby="data-allies" className="mt-10">
      <h2 id="data-allies">{t('datasets.allies')}</h2>
      <p className="quiet my-2">{t('datasets.alliesLead')}</p>
      <dl className="summary">
        {ALLIES.map((role) => {
          const known = contacts.filter((one) => one.function === role && !one.left);
          return (
            <div key={role}>
              <dt>{t(`function.${role}`)}</dt>
              <dd>
                {known.length === 0 ? (
                  <span className="quiet">{t('datasets.nobodyKnown')}</span>
                ) : (
                  known.map((one) => (
                    <span key={one.id} className="block">
                      {one.name}
                      {one.email ? (
                        <>
                          , <a href={`mailto:${one.email}`}>{one.email}</a>
                        </>
                      ) : null}
                    </span>
                  ))
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="mt-3">
        <Link href={`/onboarding/${challenge}/contacts`}>{t('datasets.toContacts')}</Link>
      </p>
    </section>
  );
}
