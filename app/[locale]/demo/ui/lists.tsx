import { ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Details } from '@/components/ui/disclosure';
import { Markdown } from '@/components/ui/markdown';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState, Steps } from '@/components/ui/panel';
import { Progress } from '@/components/ui/progress';
import { SearchForm } from '@/components/ui/search-form';
import { Badge, Status } from '@/components/ui/status';
import { Figures, SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { FilterLinks } from '@/components/ui/tabs-nav';
import { TaskList } from '@/components/ui/task-list';
import { Deadline } from '@/components/ui/time';
import { Timeline } from '@/components/ui/timeline';
import type { Words } from './words';

const at = (iso: string) => new Date(iso);
const now = at('2022-03-15T09:00:00Z');

export function ListsShow({ w }: { w: Words }) {
  const rows = [
    {
      id: '1',
      name: 'PrédiSauvetage',
      organisation: w.culture,
      tone: 'good' as const,
      state: w.eligible,
      mean: '3,42',
      money: 40000,
    },
    {
      id: '2',
      name: 'Brigade Numérique',
      organisation: w.long,
      tone: 'active' as const,
      state: w.review,
      mean: '2,80',
      money: 60000,
    },
    {
      id: '3',
      name: 'Open Collectivités',
      organisation: w.ecology,
      tone: 'bad' as const,
      state: w.refused,
      mean: '–',
      money: 0,
    },
  ];
  const euro = (amount: number) => `${amount.toLocaleString('fr-FR')}\u00a0€`;
  return (
    <section id="lists">
      <h2>{w.lists}</h2>
      <SearchForm label={w.search} submit={w.searchDo} />
      <FilterLinks
        label={w.filter}
        options={[
          { href: '?', label: w.all, count: 131, current: true },
          ...[1, 2, 3, 4, 5, 6].map((n) => ({ href: `?cohort=${n}`, label: `${w.cohort} ${n}`, count: n * 7 })),
        ]}
      />
      <Table
        stack
        caption={w.table}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/demo/ui?row=${row.id}`}
        sort={{ key: 'mean', direction: 'descending' }}
        sortHref={(key, direction) => `?sort=${key}&direction=${direction}`}
        totalLabel={w.total}
        columns={[
          { key: 'name', label: w.project, sortable: true, cell: (row) => row.name },
          { key: 'organisation', label: w.organisation, cell: (row) => row.organisation },
          { key: 'state', label: w.state, cell: (row) => <Status tone={row.tone}>{row.state}</Status> },
          { key: 'mean', label: w.mean, align: 'end', sortable: true, cell: (row) => row.mean },
          {
            key: 'money',
            label: w.cofunding,
            align: 'end',
            sortable: true,
            cell: (row) => euro(row.money),
            total: euro(100000),
          },
        ]}
      />
      <Pagination page={4} pageSize={10} total={131} href={(page) => `?page=${page}`} />
      <h3>{w.tasks}</h3>
      <TaskList
        label={w.tasks}
        tasks={[
          { key: 'a', label: w.t1, href: '#a', status: w.done, tone: 'good' },
          {
            key: 'b',
            label: w.t2,
            href: '#b',
            status: w.begun,
            tone: 'active',
            hint: <Deadline date={at('2022-03-18T22:59:00Z')} now={now} />,
          },
          { key: 'c', label: w.t3, href: '#c', status: w.late, tone: 'time' },
          { key: 'd', label: w.t4, status: w.locked, hint: w.t4hint },
        ]}
      />
      <h3>{w.sheet}</h3>
      <SummaryList
        items={[
          { key: 'n', label: w.name, value: 'PrédiSauvetage', change: { href: '#n', label: w.change, of: w.name } },
          { key: 'm', label: w.mission, value: w.missionText, change: { href: '#m', label: w.change, of: w.mission } },
          { key: 's', label: w.state, value: <Badge tone="info">{w.review}</Badge> },
        ]}
      />
      <Figures
        items={[
          { label: w.challenges, value: 131 },
          { label: w.fellows, value: '206' },
          { label: w.hosts, value: 67 },
        ]}
      />
      <h3>{w.history}</h3>
      <Timeline
        label={w.history}
        events={[
          { key: '1', date: at('2022-03-18T22:58:00Z'), title: w.h1, by: w.by, tone: 'good', now: true },
          { key: '2', date: at('2022-03-16T10:04:00Z'), title: w.h2, by: w.by, body: w.h2body, tone: 'time' },
          { key: '3', date: at('2022-02-01T08:00:00Z'), title: w.h3, by: w.by },
        ]}
      />
      <h3>{w.deadlines}</h3>
      <ul>
        {['2022-03-15T22:59:00Z', '2022-03-18T22:59:00Z', '2022-04-19T21:59:00Z', '2022-03-13T22:59:00Z'].map((iso) => (
          <li key={iso}>
            <Deadline date={at(iso)} now={now} />
          </li>
        ))}
      </ul>
      <Steps label={w.steps} steps={[w.step1, w.step2, w.step3]} current={1} />
      <Progress label={w.progress} value={84} max={131}>
        {w.progressText}
      </Progress>
      <EmptyState title={w.empty} action={<ButtonLink href="/admin/calls">{w.open}</ButtonLink>}>
        {w.emptyBody}
      </EmptyState>
      <EmptyState
        title={w.filtered}
        action={
          <ButtonLink kind="secondary" href="/demo/ui">
            {w.lift}
          </ButtonLink>
        }
      >
        {w.filteredBody}
      </EmptyState>
      <Details summary={w.more}>{w.moreBody}</Details>
      <Dialog trigger={w.open2} title={w.open2}>
        <p>{w.dialogBody}</p>
      </Dialog>
      <Markdown text={w.md} />
    </section>
  );
}
