/**
 * The permission matrix: every page and handler of app/, and who may read it. A route that is missing here is red
 * (lib/architecture.test.ts); e2e/permissions.spec.ts asks each of them as each role, and as nobody.
 */
export const ROLES = [
  'coordinator',
  'director',
  'communication',
  'applicant',
  'juror',
  'operational_mentor',
  'strategic_mentor',
  'fellow',
  'coach',
] as const;
export type Role = (typeof ROLES)[number];

export type Access = {
  /** Who gets it; 'everyone' includes visitors. Everyone else gets the same answer as for a page that does not exist. */
  who: 'everyone' | 'signed-in' | readonly Role[];
  /** SQL giving the values of the address's parameters, in order, as text columns; none for addresses without one. */
  sample?: string;
  /** Query string that the page needs. */
  query?: string;
  /** Status for those who may; 200 unless said. */
  status?: number;
  /** Visitors are sent to sign in rather than told "not found". */
  signIn?: boolean;
  /** What the address answers is tested elsewhere (next-auth's own, or POST only): named there. */
  elsewhere?: string;
};

export const COORDINATION = ['coordinator', 'director'] as const;
export const TEAM = ['coordinator', 'director', 'communication'] as const;

/** Those who prepare the welcome, and the challenge of the demo's mentor. */
export const FOLLOWERS = [...TEAM, 'coach'] as const;
export const WELCOME = [...FOLLOWERS, 'operational_mentor', 'strategic_mentor', 'fellow'] as const;
const MENTORED = `FROM challenge c JOIN role_assignment r ON r.challenge_id = c.id AND r.kind = 'operational_mentor'
  JOIN person p ON p.id = r.person_id AND p.extra->>'demoRole' = 'operational_mentor'`;

const STAGE = 'FROM stage s JOIN review_assignment ra ON ra.stage_id = s.id JOIN person p ON p.id = ra.juror_id';
const OWN_PANEL = `FROM hearing h JOIN panel_member m ON m.panel_id = h.panel_id JOIN person p ON p.id = m.person_id
  WHERE p.extra->>'demoRole' = 'juror' LIMIT 1`;
const juryPage = (part: string): [string, Access] => [
  `/[locale]/admin/jury/[stage]${part}`,
  { who: COORDINATION, signIn: true, sample: `SELECT s.id::text ${STAGE} LIMIT 1` },
];
const JURY: Record<string, Access> = {
  '/[locale]/jury': { who: 'signed-in', signIn: true },
  '/[locale]/jury/files/[id]': {
    who: ['juror'],
    signIn: true,
    sample: `SELECT ra.id::text ${STAGE} WHERE p.extra->>'demoRole' = 'juror' LIMIT 1`,
  },
  '/[locale]/admin/jury': { who: COORDINATION, signIn: true },
  '/[locale]/admin/jury/new': { who: COORDINATION, signIn: true },
  '/[locale]/admin/jury/rehearsal': { who: COORDINATION, signIn: true },
  ...Object.fromEntries(
    [
      '',
      '/jurors',
      '/conflicts',
      '/rubric',
      '/assignment',
      '/questions',
      '/attendance',
      '/compare',
      '/panels',
      '/ranking',
      '/calibration',
      '/deliberation',
      '/minutes',
      '/publication',
      '/publication/letters',
    ].map(juryPage),
  ),
  '/[locale]/admin/jury/[stage]/files/[file]': {
    who: COORDINATION,
    signIn: true,
    sample: `SELECT s.id::text, ra.application_id::text ${STAGE} LIMIT 1`,
  },
  '/[locale]/admin/jury/[stage]/paper/[assignment]': {
    who: COORDINATION,
    signIn: true,
    sample: `SELECT s.id::text AS stage, ra.id::text AS assignment ${STAGE} LIMIT 1`,
  },
  '/[locale]/jury/ties/[stage]': {
    who: ['juror'],
    signIn: true,
    sample: `SELECT s.id::text FROM stage s JOIN juror j ON j.call_id = s.call_id JOIN person p ON p.id = j.person_id
      WHERE p.extra->>'demoRole' = 'juror' AND (s.settings->>'titlesOpen')::boolean LIMIT 1`,
  },
  '/api/jury/grids/[stage]': { who: COORDINATION, sample: `SELECT s.id::text ${STAGE} LIMIT 1` },
  '/[locale]/admin/jury/[stage]/preview/[file]': {
    who: COORDINATION,
    signIn: true,
    sample: `SELECT s.id::text, ra.application_id::text ${STAGE} LIMIT 1`,
  },
  '/[locale]/jury/deliberations/[stage]': {
    who: COORDINATION,
    signIn: true,
    sample: `SELECT s.id::text ${STAGE} LIMIT 1`,
  },
  '/[locale]/jury/minutes/[id]': { who: [], elsewhere: 'lib/jury/deliberation.db.test.ts' },
  '/[locale]/jury/hearings/[id]': {
    who: [...COORDINATION, 'juror'],
    signIn: true,
    sample: `SELECT h.id::text ${OWN_PANEL}`,
  },
  '/[locale]/jury/panels/[id]': {
    who: [...COORDINATION, 'juror'],
    signIn: true,
    sample: `SELECT m.panel_id::text ${OWN_PANEL}`,
  },
  '/api/jury/hearings/[id]': { who: [], elsewhere: 'lib/jury/hearing.db.test.ts' },
  '/api/jury/calendar': { who: ['juror'] },
  '/api/jury/live/[stage]': { who: 'everyone', elsewhere: 'e2e/jury-day.spec.ts' },
  '/api/jury/minutes/[id]/[format]': { who: [], elsewhere: 'lib/jury/deliberation.db.test.ts' },
  '/[locale]/my-applications/[id]/hearing': { who: [], elsewhere: 'lib/jury/timetable.db.test.ts' },
  '/api/jury/convocation/[id]/[format]': { who: [], elsewhere: 'lib/jury/timetable.db.test.ts' },
  '/api/jury/planning/mine': { who: [], elsewhere: 'lib/jury/hearing.db.test.ts' },
  '/api/jury/planning/[stage]': { who: COORDINATION, sample: `SELECT s.id::text ${STAGE} LIMIT 1` },
  '/[locale]/admin/jury/[stage]/solutions/[solution]': {
    who: COORDINATION,
    signIn: true,
    sample: 'SELECT stage_id::text, id::text FROM solution LIMIT 1',
  },
  '/api/jury/files/[id]/[file]': { who: [], sample: "SELECT gen_random_uuid()::text, 'none'" },
  '/api/jury/reviews/[id]': { who: 'everyone', elsewhere: 'e2e/juror-scores-a-proposal.spec.ts' },
};

const own = (state: string) => `SELECT a.id::text AS id FROM application a JOIN person p ON p.id = a.owner_id
  WHERE p.extra->>'demoRole' = 'applicant' AND a.state ${state} LIMIT 1`;
const OWN_DRAFT = own("= 'draft'");
const OWN_SENT = own("= 'eligible'");
const slugOf = (table: string) => `SELECT slug FROM ${table} ORDER BY slug LIMIT 1`;
/** What the coordination alone changes: [address after /admin/, the table its parameter names]. */
const MANAGED: [string, string?][] = [
  ['cohorts/new'],
  ['cohorts/[slug]', 'cohort'],
  ['challenges'],
  ['challenges/new'],
  ['challenges/[slug]', 'challenge'],
  ['challenges/[slug]/team', 'challenge'],
  ['people'],
  ['people/[slug]', 'person'],
  ['organisations'],
  ['organisations/new'],
  ['organisations/[slug]', 'organisation'],
  ['funding'],
  ['funding/[slug]', 'cohort'],
  ['events'],
];
const SITE: Record<string, Access> = {
  '/[locale]/profile': { who: 'signed-in', signIn: true },
  '/api/my-data': { who: 'signed-in' },
  '/api/auth/signed-out': { who: 'everyone', elsewhere: 'lib/auth/oidc.db.test.ts' },
  '/[locale]/admin/cohorts': { who: TEAM, signIn: true },
  ...Object.fromEntries(
    MANAGED.map(([part, table]): [string, Access] => [
      `/[locale]/admin/${part}`,
      { who: COORDINATION, signIn: true, ...(table ? { sample: slugOf(table) } : {}) },
    ]),
  ),
};

const COHORT = "SELECT slug FROM cohort WHERE number = '6'";
const CHALLENGE = "SELECT slug FROM challenge WHERE slug = 'enki'";

/** Of the demo's applicant: a correction, asked for on a file they write with others. */
const MY_CORRECTION = `SELECT c.application_id::text, c.id::text FROM correction c JOIN application_member m ON m.application_id = c.application_id
  JOIN person p ON p.email = m.email WHERE p.extra->>'demoRole' = 'applicant' AND c.state = 'open' LIMIT 1`;
const EXAMINED =
  "SELECT id::text FROM application WHERE state <> 'draft' AND reference LIKE 'P8%' ORDER BY reference LIMIT 1";
/** Of the demo's coach, a former fellow: a file entrusted to them in the call they are invited to examine. */
const ENTRUSTED = `SELECT a.id::text FROM application a JOIN person p ON p.id = a.instructor_id
  JOIN call_instructor v ON v.call_id = a.call_id AND v.person_id = p.id AND v.ended_at IS NULL
  WHERE p.extra->>'demoRole' = 'coach' ORDER BY a.reference LIMIT 1`;
const FILES: Record<string, Access> = {
  ...Object.fromEntries(
    ['preselection', 'organisation'].map((part): [string, Access] => [
      `/[locale]/admin/applications/[id]/${part}`,
      { who: COORDINATION, signIn: true, sample: EXAMINED },
    ]),
  ),
  ...Object.fromEntries(
    ['', '/messages', '/eligibility', '/history'].map((part): [string, Access] => [
      `/[locale]/admin/applications/[id]${part}`,
      { who: [...COORDINATION, 'coach'], signIn: true, sample: ENTRUSTED },
    ]),
  ),
  '/[locale]/my-applications/[id]/messages': { who: ['applicant'], signIn: true, sample: own("= 'eligible'") },
  '/[locale]/my-applications/[id]/questions': { who: ['applicant'], signIn: true, sample: own("= 'eligible'") },
  '/[locale]/my-applications/[id]/corrections/[correction]': {
    who: ['applicant'],
    signIn: true,
    sample: MY_CORRECTION,
  },
  '/api/corrections/[id]/files': { who: 'everyone', elsewhere: 'lib/applications/correspondence.db.test.ts' },
  '/api/corrections/[id]/uploads': { who: 'everyone', elsewhere: 'lib/applications/correction-files.db.test.ts' },
  '/api/corrections/[id]/uploads/[upload]': {
    who: 'everyone',
    elsewhere: 'lib/applications/correction-files.db.test.ts',
  },
  '/api/messages/[id]': { who: 'everyone', elsewhere: 'lib/applications/correspondence.db.test.ts' },
  '/api/messages/[id]/uploads': { who: 'everyone', elsewhere: 'lib/applications/message-files.db.test.ts' },
  '/api/messages/[id]/uploads/[upload]': { who: 'everyone', elsewhere: 'lib/applications/message-files.db.test.ts' },
  '/[locale]/examining': { who: 'signed-in', signIn: true },
  '/[locale]/readings': { who: 'signed-in', signIn: true },
  '/[locale]/readings/[id]': {
    who: ['coach'],
    signIn: true,
    sample: `SELECT r.id::text FROM reading r JOIN person p ON p.id = r.reader_id WHERE p.extra->>'demoRole' = 'coach' LIMIT 1`,
  },
};

const callAdmin = (part: string, query?: string): [string, Access] => [
  `/[locale]/admin/calls${part}`,
  {
    who: COORDINATION,
    signIn: true,
    ...(part.startsWith('/[slug]')
      ? { sample: 'SELECT slug FROM call WHERE published_at IS NOT NULL ORDER BY closes_at DESC LIMIT 1' }
      : {}),
    ...(query ? { query } : {}),
  },
];
const CALLS: Record<string, Access> = {
  '/api/calls/[slug]/specification': { who: 'everyone', elsewhere: 'lib/calls/preparing.db.test.ts' },
  '/api/organisations': { who: 'everyone', query: '?q=dir' },
  '/api/calls/[slug]/form': { who: 'everyone', sample: 'SELECT slug FROM call WHERE published_at IS NOT NULL LIMIT 1' },
  ...Object.fromEntries(
    [
      '',
      '/new',
      '/holidays',
      '/[slug]',
      '/[slug]/edit',
      '/[slug]/deadline',
      '/[slug]/form',
      '/[slug]/form/section',
      '/[slug]/workload',
      '/[slug]/drafts',
      '/[slug]/examination',
      '/[slug]/organisations',
      '/[slug]/instructors',
      '/[slug]/retention',
    ].map((part) => callAdmin(part)),
  ),
  ...Object.fromEntries([
    callAdmin('/[slug]/form/field', '?section=administration'),
    callAdmin('/[slug]/form/rule', '?kind=consistency'),
  ]),
};

const PUBLISHED = 'SELECT slug FROM call WHERE published_at IS NOT NULL ORDER BY closes_at DESC LIMIT 1';
/** A whole call: its mails, figures and archives. */
const WHOLE_CALL: Record<string, Access> = {
  ...Object.fromEntries(
    ['/mails', '/mailings/new', '/statistics', '/archives', '/imports'].map((part) => callAdmin(`/[slug]${part}`)),
  ),
  '/[locale]/admin/calls/[slug]/statistics/export': { who: COORDINATION, sample: PUBLISHED, query: '?table=days' },
  '/[locale]/admin/calls/[slug]/mails/[event]': {
    who: COORDINATION,
    signIn: true,
    sample: `SELECT one.slug, 'receipt' FROM (${PUBLISHED}) one`,
  },
  '/[locale]/admin/calls/[slug]/mailings/[id]': {
    who: COORDINATION,
    signIn: true,
    sample:
      "SELECT c.slug, m.id::text FROM mailing m JOIN call c ON c.id = m.call_id WHERE c.slug = 'appel-a-projets-7' LIMIT 1",
  },
  '/[locale]/admin/calls/[slug]/archives/[id]': {
    who: COORDINATION,
    signIn: true,
    sample:
      "SELECT c.slug, x.id::text FROM archive x JOIN call c ON c.id = x.call_id WHERE c.slug = 'appel-a-projets-7' LIMIT 1",
  },
  '/[locale]/admin/calls/[slug]/imports/[id]': {
    who: COORDINATION,
    signIn: true,
    sample:
      "SELECT c.slug, x.id::text FROM files_import x JOIN call c ON c.id = x.call_id WHERE c.slug = 'appel-a-projets-7' LIMIT 1",
  },
  '/api/files-imports/[id]/attachments': { who: 'everyone', elsewhere: 'e2e/coordinator-runs-the-intake.spec.ts' },
  '/api/files-imports': { who: 'everyone', elsewhere: 'e2e/coordinator-runs-the-intake.spec.ts' },
  '/[locale]/admin/calls/[slug]/archives/[id]/download': {
    who: COORDINATION,
    elsewhere: 'e2e/coordinator-runs-the-intake.spec.ts',
  },
  '/[locale]/admin/applications/[id]/zip': {
    who: COORDINATION,
    sample: 'SELECT application_id::text FROM submission WHERE in_force LIMIT 1',
  },
  '/[locale]/admin/applications/[id]/similar': {
    who: COORDINATION,
    signIn: true,
    sample: "SELECT id::text FROM application WHERE state <> 'draft' LIMIT 1",
  },
  '/[locale]/admin/applications/[id]/mails': {
    who: COORDINATION,
    signIn: true,
    sample: "SELECT id::text FROM application WHERE state <> 'draft' LIMIT 1",
  },
};

export const MATRIX: Record<string, Access> = {
  '/[locale]/search': { who: 'everyone', query: '?q=a' },
  '/api/search': { who: 'everyone', query: '?q=a&locale=fr' },
  '/[locale]/data': { who: 'everyone' },
  '/api/data/[file]': { who: 'everyone', sample: "SELECT 'challenges.csv'" },
  ...CALLS,
  ...FILES,
  ...WHOLE_CALL,
  ...JURY,
  ...SITE,
  '/[locale]/admin/onboarding': { who: FOLLOWERS, signIn: true },
  '/[locale]/delegated/[token]': { who: 'everyone', elsewhere: 'lib/onboarding/commands/delegations.db.test.ts' },
  '/[locale]/admin/onboarding/export': { who: FOLLOWERS, query: '?cohort=promotion-6&list=arrival' },
  '/[locale]/admin/onboarding/delays': { who: FOLLOWERS, signIn: true },
  '/[locale]/admin/onboarding/delays/export': { who: FOLLOWERS, query: '?list=arrival' },
  '/[locale]/admin/onboarding/templates': { who: TEAM, signIn: true },
  '/[locale]/admin/onboarding/templates/[key]': { who: TEAM, signIn: true, sample: "SELECT 'arrival'" },
  '/[locale]/admin/onboarding/templates/[key]/item': {
    who: COORDINATION,
    signIn: true,
    sample: "SELECT 'arrival'",
    query: '?item=desks',
  },
  '/[locale]/admin/onboarding/templates/[key]/part': {
    who: COORDINATION,
    signIn: true,
    sample: "SELECT 'arrival'",
    query: '?section=data',
  },
  '/api/onboarding/templates/[key]': { who: TEAM, sample: "SELECT 'arrival'" },
  '/[locale]/onboarding/[challenge]/changes': {
    who: [...COORDINATION, 'operational_mentor'],
    signIn: true,
    sample: `SELECT c.slug ${MENTORED} LIMIT 1`,
  },
  '/[locale]/onboarding/[challenge]/workstations': {
    who: [...FOLLOWERS, 'operational_mentor', 'strategic_mentor'],
    signIn: true,
    sample: `SELECT c.slug ${MENTORED} LIMIT 1`,
  },
  '/api/onboarding/items/[id]/files': { who: WELCOME, elsewhere: 'lib/onboarding/commands/evidence.db.test.ts' },
  '/api/onboarding/files/[id]': { who: WELCOME, elsewhere: 'lib/onboarding/commands/evidence.db.test.ts' },
  '/api/onboarding/network-check/[shell]': { who: 'everyone', sample: "SELECT 'shell'" },
  '/api/onboarding/calendar/[token]': { who: 'everyone', elsewhere: 'lib/onboarding/commands/calendar.db.test.ts' },
  '/[locale]/onboarding': { who: 'signed-in', signIn: true },
  '/[locale]/onboarding/[challenge]/contacts': {
    who: WELCOME,
    signIn: true,
    sample: `SELECT c.slug ${MENTORED} LIMIT 1`,
  },
  '/[locale]/onboarding/[challenge]/data': { who: WELCOME, signIn: true, sample: `SELECT c.slug ${MENTORED} LIMIT 1` },
  '/[locale]/obstacles': { who: WELCOME, signIn: true },
  '/[locale]/obstacles/new': { who: WELCOME, signIn: true },
  '/[locale]/obstacles/[id]': {
    who: ['coordinator', 'director', 'operational_mentor', 'strategic_mentor', 'fellow', 'coach'],
    signIn: true,
    sample: "SELECT id::text FROM obstacle WHERE audience = 'teams' LIMIT 1",
  },
  '/[locale]/admin/obstacles': { who: COORDINATION, signIn: true },
  '/[locale]/resources': { who: 'signed-in', signIn: true },
  '/[locale]/resources/new': { who: 'signed-in', signIn: true },
  '/[locale]/resources/[slug]': { who: 'signed-in', signIn: true, sample: "SELECT 'ouvrir-le-code'" },
  '/[locale]/resources/[slug]/edit': { who: TEAM, signIn: true, sample: "SELECT 'ouvrir-le-code'" },
  '/api/support/resources': { who: TEAM },
  '/[locale]/resources/import': { who: TEAM, signIn: true },
  '/api/support/resources/import': { who: TEAM, elsewhere: 'lib/support/library.db.test.ts' },
  '/api/support/resources/[slug]/files': { who: 'signed-in', elsewhere: 'lib/support/library.db.test.ts' },
  '/api/support/files/[id]': { who: 'signed-in', elsewhere: 'lib/support/library.db.test.ts' },
  '/[locale]/introductions': { who: 'signed-in', signIn: true },
  '/[locale]/introductions/new': { who: 'signed-in', elsewhere: 'lib/support/support.db.test.ts' },
  '/[locale]/skills': { who: WELCOME, signIn: true },
  '/[locale]/onboarding/[challenge]': { who: WELCOME, signIn: true, sample: `SELECT c.slug ${MENTORED} LIMIT 1` },
  '/[locale]/onboarding/[challenge]/[item]': {
    who: WELCOME,
    signIn: true,
    sample: `SELECT c.slug, i.id::text ${MENTORED} JOIN checklist l ON l.challenge_id = c.id
      JOIN checklist_item i ON i.checklist_id = l.id AND i.item_key = 'desks' LIMIT 1`,
  },
  '/[locale]/[...rest]': { who: 'everyone', sample: "SELECT 'nowhere'", status: 404 },
  '/api/auth/[...nextauth]': { who: 'everyone', elsewhere: 'lib/auth/oidc.db.test.ts' },
  '/api/auth/start': { who: 'everyone', elsewhere: 'lib/auth/oidc.db.test.ts' },
  '/api/health': { who: 'everyone' },
  '/[locale]': { who: 'everyone' },
  '/[locale]/calls': { who: 'everyone' },
  '/[locale]/challenges': { who: 'everyone' },
  '/[locale]/challenges/[slug]': { who: 'everyone', sample: 'SELECT slug FROM challenge WHERE published LIMIT 1' },
  '/[locale]/cohorts': { who: 'everyone' },
  '/[locale]/cohorts/[slug]': { who: 'everyone', sample: "SELECT slug FROM cohort WHERE number = '4'" },
  '/[locale]/organisations/[slug]': { who: 'everyone', sample: "SELECT slug FROM organisation WHERE slug = 'asn'" },
  '/[locale]/people': { who: 'everyone' },
  '/[locale]/people/[slug]': { who: 'everyone', sample: "SELECT slug FROM person WHERE visibility = 'public' LIMIT 1" },
  '/[locale]/accessibility': { who: 'everyone' },
  '/[locale]/privacy': { who: 'everyone' },
  '/[locale]/demo/ui': { who: 'everyone' },
  '/[locale]/demo': { who: 'everyone' },
  '/[locale]/demo/mailbox': { who: 'everyone' },
  '/[locale]/demo/mailbox/[id]': { who: 'everyone', sample: 'SELECT id::text FROM outbox_message LIMIT 1' },
  '/[locale]/sign-in': { who: 'everyone' },
  '/[locale]/sign-in/code': { who: 'everyone', query: '?email=quelquun%40exemple.fr' },
  '/[locale]/sign-in/confirm': { who: 'everyone' },
  '/[locale]/admin/cohorts': { who: TEAM, signIn: true },
  '/[locale]/admin/cohorts/new': { who: COORDINATION, signIn: true },
  '/[locale]/admin/cohorts/[slug]': { who: COORDINATION, sample: COHORT, signIn: true },
  '/[locale]/admin/challenges': { who: COORDINATION, signIn: true },
  '/[locale]/admin/challenges/new': { who: COORDINATION, signIn: true },
  '/[locale]/admin/challenges/[slug]': { who: COORDINATION, sample: CHALLENGE, signIn: true },
  '/[locale]/admin/challenges/[slug]/team': { who: COORDINATION, sample: CHALLENGE, signIn: true },
  '/[locale]/admin/people': { who: COORDINATION, signIn: true },
  '/[locale]/admin/people/[slug]': { who: COORDINATION, sample: 'SELECT slug FROM person LIMIT 1', signIn: true },
  '/[locale]/admin/organisations': { who: COORDINATION, signIn: true },
  '/[locale]/admin/organisations/new': { who: COORDINATION, signIn: true },
  '/[locale]/admin/organisations/[slug]': {
    who: COORDINATION,
    sample: 'SELECT slug FROM organisation LIMIT 1',
    signIn: true,
  },
  '/[locale]/admin/funding': { who: COORDINATION, signIn: true },
  '/[locale]/admin/funding/[slug]': { who: COORDINATION, sample: COHORT, signIn: true },
  '/[locale]/admin/events': { who: COORDINATION, signIn: true },
  '/[locale]/admin': { who: TEAM, signIn: true },
  '/[locale]/admin/calls/[slug]/applications': {
    who: COORDINATION,
    sample: 'SELECT slug FROM call LIMIT 1',
    signIn: true,
  },
  '/[locale]/admin/calls/[slug]/applications/export': { who: COORDINATION, sample: 'SELECT slug FROM call LIMIT 1' },
  '/[locale]/admin/applications/[id]/pdf': {
    who: COORDINATION,
    sample: 'SELECT application_id::text FROM submission WHERE in_force LIMIT 1',
  },
  '/[locale]/calls/[slug]': { who: 'everyone', sample: 'SELECT slug FROM call WHERE published_at IS NOT NULL LIMIT 1' },
  '/[locale]/calls/[slug]/form': {
    who: 'everyone',
    sample: 'SELECT slug FROM call WHERE published_at IS NOT NULL LIMIT 1',
  },
  '/[locale]/my-applications': { who: 'signed-in', signIn: true },
  '/[locale]/my-applications/[id]': { who: ['applicant'], sample: OWN_DRAFT, signIn: true },
  '/[locale]/my-applications/[id]/check': { who: ['applicant'], sample: OWN_DRAFT, signIn: true },
  '/[locale]/my-applications/[id]/members': { who: ['applicant'], sample: OWN_DRAFT, signIn: true },
  '/[locale]/my-applications/transfers/[id]': {
    who: [],
    signIn: true,
    elsewhere: 'lib/applications/transfer.db.test.ts',
  },
  '/[locale]/my-applications/[id]/receipt': { who: ['applicant'], sample: OWN_SENT, signIn: true },
  '/[locale]/my-applications/[id]/sections/[section]': {
    who: ['applicant'],
    sample: `SELECT own.id, 'administration' FROM (${OWN_DRAFT}) own`,
    signIn: true,
  },
  '/[locale]/my-applications/[id]/versions/[number]': {
    who: ['applicant'],
    sample: `SELECT own.id, '1' FROM (${OWN_SENT}) own`,
    signIn: true,
  },
  '/[locale]/my-applications/[id]/versions/[number]/pdf': {
    who: ['applicant'],
    sample: `SELECT own.id, '1' FROM (${OWN_SENT}) own`,
  },
  '/api/drafts/[id]': { who: 'everyone', elsewhere: 'lib/applications/commands.db.test.ts' },
  '/api/drafts/[id]/files': { who: 'everyone', elsewhere: 'lib/applications/files.db.test.ts' },
  '/api/drafts/[id]/uploads': { who: 'everyone', elsewhere: 'lib/applications/files.db.test.ts' },
  '/api/drafts/[id]/uploads/[upload]': { who: 'everyone', elsewhere: 'lib/applications/files.db.test.ts' },
  '/api/files/[id]': { who: 'everyone', elsewhere: 'lib/applications/files.db.test.ts' },
  '/[locale]/admin/imports': { who: COORDINATION, signIn: true },
  '/[locale]/admin/imports/issues': { who: COORDINATION, signIn: true },
  '/[locale]/admin/imports/[run]': {
    who: COORDINATION,
    signIn: true,
    sample: 'SELECT id::text FROM import_run LIMIT 1',
  },
  '/[locale]/admin/imports/issues/[issue]': {
    who: COORDINATION,
    signIn: true,
    sample: 'SELECT id::text FROM import_issue LIMIT 1',
  },
  '/api/imports': { who: 'everyone', elsewhere: 'e2e/coordinator-imports-a-site.spec.ts' },
  '/[locale]/today': { who: 'signed-in', signIn: true },
};
