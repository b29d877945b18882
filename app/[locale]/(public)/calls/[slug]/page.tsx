import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CallStart } from '@/components/applications/call-start';
import { CallDates } from '@/components/calls/call-dates';
import { CallFoot } from '@/components/calls/call-foot';
import { FormOutline } from '@/components/calls/form-outline';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Markdown } from '@/components/ui/markdown';
import { myFilesIn } from '@/lib/applications/queries';
import { currentViewer } from '@/lib/auth/session';
import { callBySlug } from '@/lib/calls/queries';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = async ({ params }: Props) => callBySlug(await currentViewer(), (await params).slug);

export async function generateMetadata(props: Props) {
  const call = await read(props);
  return { title: call?.title, description: call?.summary };
}

/** A call: until when, for whom, judged on what, and the questions before anyone signs in. */
export default async function CallPage(props: Props) {
  const [call, t, viewer] = await Promise.all([read(props), getTranslations('calls.page'), currentViewer()]);
  if (!call) notFound();
  const form = call.form ?? call.draftForm;
  const [mine, query] = await Promise.all([myFilesIn(viewer, call.id), props.searchParams]);
  const given = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return (
    <Page
      title={call.title}
      lead={call.summary}
      breadcrumbs={
        <Breadcrumbs
          items={[{ label: t('home'), href: '/' }, { label: t('calls'), href: '/calls' }, { label: call.title }]}
        />
      }
    >
      <div className="story">
        <aside>
          <CallDates call={call} />
          <CallStart call={call} viewer={viewer} mine={mine} given={given} />
        </aside>
        <div>
          {call.body ? <Markdown text={call.body} /> : null}
          {form ? <FormOutline definition={form.definition} slug={call.slug} /> : null}
          <CallFoot call={call} />
        </div>
      </div>
    </Page>
  );
}
