import { useLocale, useTranslations } from 'next-intl';
import { AnswerText } from '@/components/onboarding/answer-text';
import { Due } from '@/components/onboarding/due';
import { dayText } from '@/components/ui/deadline';
import { ExternalLink, Link } from '@/components/ui/link';
import { Markdown } from '@/components/ui/markdown';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { SummaryList } from '@/components/ui/summary-list';
import type { ItemView } from '@/lib/onboarding/queries/items';
import { inLanguage } from '@/lib/onboarding/schema';
import { isClosed, TONES } from '@/lib/onboarding/states';

/** What an item is: who, when, where it stands, why, how, and what comes before it. */
export function ItemFacts({ item, today }: { item: ItemView; today: string }) {
  const t = useTranslations('onboarding');
  const locale = useLocale();
  const { definition } = item;
  const role = definition.attester ? t(`doer.${definition.attester}`) : '';
  const attested = item.attestedAt
    ? t('item.attested', {
        name: item.attestedBy ?? t('history.nobody'),
        day: dayText(item.attestedAt, { locale, weekday: false }),
      })
    : t('item.toAttest', { role });
  return (
    <>
      {definition.blocking && !isClosed(item.state) ? <Notice tone="time">{t('item.blocking')}</Notice> : null}
      <SummaryList
        items={[
          {
            key: 'status',
            label: t('item.status'),
            value: <Status tone={TONES[item.status]}>{t(`status.${item.status}`)}</Status>,
          },
          ...(item.about ? [{ key: 'about', label: t('item.about'), value: item.about }] : []),
          { key: 'doer', label: t('item.doer'), value: t(`doer.${definition.doer}`) },
          {
            key: 'due',
            label: t('item.due'),
            value: item.dueOn ? <Due day={item.dueOn} today={today} closed={isClosed(item.state)} /> : t('item.noDue'),
          },
          ...(definition.attester ? [{ key: 'attester', label: t('item.attester'), value: attested }] : []),
        ]}
      />
      {definition.why ? (
        <section>
          <h2>{t('item.why')}</h2>
          <p className="prose mt-2">{inLanguage(definition.why, locale)}</p>
        </section>
      ) : null}
      {definition.help ? (
        <section className="mt-6">
          <h2>{t('item.help')}</h2>
          <Markdown text={inLanguage(definition.help, locale)} />
        </section>
      ) : null}
      {definition.links.length > 0 ? (
        <section className="mt-6">
          <h2>{t('item.links')}</h2>
          <ul className="rows">
            {definition.links.map((link) => (
              <li key={link.url}>
                <ExternalLink href={link.url}>{inLanguage(link.label, locale)}</ExternalLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Befores item={item} />
    </>
  );
}

function Befores({ item }: { item: ItemView }) {
  const t = useTranslations('onboarding');
  const locale = useLocale();
  if (item.before.length === 0) return null;
  return (
    <section className="mt-6">
      <h2>{t('item.seen')}</h2>
      <SummaryList
        items={item.before.map((one) => ({
          key: one.id,
          label: (
            <Link href={`/onboarding/${item.challenge.slug}/${one.id}`}>
              {inLanguage(one.definition.title, locale)}
            </Link>
          ),
          value: isClosed(one.state) ? (
            <AnswerText definition={one.definition} answer={one.answer} />
          ) : (
            <Status tone="neutral">{t('status.waiting')}</Status>
          ),
        }))}
      />
    </section>
  );
}
