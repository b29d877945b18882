import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { PrintButton } from '@/components/ui/print-button';
import { TabsNav } from '@/components/ui/tabs-nav';
import { isDemo } from '@/lib/env';
import { FormsShow } from './forms';
import { ListsShow } from './lists';
import { PicturesShow } from './pictures';
import { SpineShow } from './spine';
import { wordsOf } from './words';

export const metadata = { title: 'Pièces', robots: { index: false } };

/** Every piece in every state, for the eye and for axe. Does not exist outside the demo. */
export default async function PiecesPage() {
  if (!isDemo()) notFound();
  const w = wordsOf(await getLocale());
  return (
    <Page
      title={w.title}
      lead={w.lead}
      breadcrumbs={
        <Breadcrumbs items={[{ label: w.home, href: '/' }, { label: w.demo, href: '/demo' }, { label: w.title }]} />
      }
      actions={<PrintButton />}
    >
      <TabsNav
        label={w.title}
        tabs={[
          { href: '#forms', label: w.forms, current: true },
          { href: '#lists', label: w.lists, count: 131 },
          { href: '#pictures', label: w.pictures },
          { href: '#spine', label: w.spine },
        ]}
      />
      <section>
        <h2 className="mb-4">{w.buttons}</h2>
        <ButtonRow>
          <Button>{w.submit}</Button>
          <ButtonLink kind="secondary" href="/calls">
            {w.seeCalls}
          </ButtonLink>
          <Button kind="quiet">{w.cancel}</Button>
          <Button kind="danger">{w.withdraw}</Button>
          <Button disabled>{w.waiting}</Button>
          <Button kind="secondary" size="small">
            {w.preview}
          </Button>
        </ButtonRow>
      </section>
      <FormsShow w={w} />
      <ListsShow w={w} />
      <PicturesShow w={w} />
      <SpineShow w={w} />
    </Page>
  );
}
