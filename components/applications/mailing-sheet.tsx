import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { Moment } from '@/components/ui/time';
import { mailingValues } from '@/lib/applications/emails';
import { wordsFor } from '@/lib/applications/mailing';
import type { MailingPage, Recipient } from '@/lib/applications/queries/mailings';
import { fillMail } from '@/lib/calls/wording';

const SHOWN = 50;

/** To whom, how many, and the mail as one of them reads it. */
export function MailingSheet({
  mailing,
  recipients,
  one,
}: {
  mailing: MailingPage;
  recipients: Recipient[];
  one?: Recipient;
}) {
  const t = useTranslations('mailing');
  const files = new Set(recipients.flatMap((to) => to.files.map(({ id }) => id))).size;
  const facts = [
    { key: 'to', label: t('send.facts.to'), value: t(`many.to.${mailing.target as 'files'}`) },
    { key: 'audience', label: t('write.audience'), value: t(`write.${mailing.audience as 'owners'}`) },
    {
      key: 'people',
      label: t('send.facts.people'),
      value: t('send.people', { count: mailing.sentAt ? mailing.count : recipients.length }),
    },
    ...(mailing.sentAt
      ? [{ key: 'sent', label: t('send.facts.sent'), value: <Moment date={mailing.sentAt} /> }]
      : [{ key: 'files', label: t('send.facts.files'), value: t('send.files', { count: files }) }]),
  ];
  return (
    <>
      <SummaryList items={facts} />
      {mailing.sentAt ? null : <p className="quiet">{t('send.once')}</p>}
      <h2 className="mt-10 mb-3">{t('preview.title')}</h2>
      {one ? <Letter mailing={mailing} to={one} /> : <Notice tone="time">{t('preview.none')}</Notice>}
      {recipients.length ? (
        <Details summary={t('send.who')}>
          <ul>
            {recipients.slice(0, SHOWN).map((to) => (
              <li key={to.email} className="break-words">
                {[to.name, to.email].filter(Boolean).join(', ')}
                <span className="quiet">
                  {' '}
                  {to.files
                    .map(({ reference }) => reference)
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
          {recipients.length > SHOWN ? <p>{t('send.more', { count: recipients.length - SHOWN })}</p> : null}
        </Details>
      ) : null}
    </>
  );
}

async function Letter({ mailing, to }: { mailing: MailingPage; to: Recipient }) {
  const t = await getTranslations('mailing.preview');
  const words = wordsFor(mailing, to.locale);
  // A draft belongs to its authors: its title is not shown to the team, not even here.
  const seen = mailing.target === 'drafts' ? { ...to, files: to.files.map((file) => ({ ...file, title: '…' })) } : to;
  const said = fillMail({ ...words, title: words.subject }, await mailingValues(seen, mailing.call, words.locale));
  return (
    <section
      className="max-w-2xl break-words border border-rule bg-raised p-5"
      lang={words.locale}
      aria-label={t('title')}
    >
      <p className="quiet">{t('for', { name: to.name || to.email })}</p>
      <p className="mt-3 text-xl font-semibold">{said.subject}</p>
      {said.paragraphs.map((line, index) => (
        <p key={index} className="my-3">
          {line}
        </p>
      ))}
    </section>
  );
}
