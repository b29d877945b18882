/** What a selected application gives to its challenge: a draft the coordination then edits. */
export type Contact = { email: string; name: string };
export type ChallengeDraft = {
  tagline: string;
  body: string;
  towns: string[];
  skills: string[];
  profiles: string[];
  selfFunded: boolean;
  backer: { id: string | null; name: string } | null;
  operationalMentor: Contact | null;
  strategicMentor: Contact | null;
};

type Plain = Record<string, unknown>;
const plain = (value: unknown): Plain =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Plain) : {};
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Answers that tell the story in public; risks, contacts and discarded ideas stay in the file. */
const STORY = ['problem', 'beneficiaries', 'pitch', 'outcomes'];

const SKILLS: Record<string, string> = {
  developer: 'Développement',
  designer: 'Design',
  dataScientist: 'Data science',
  dataEngineer: 'Data engineering',
  geomatician: 'Géomatique',
  lawyer: 'Droit',
};

/** Reads answers by the names the programme's forms give them; a form without one of them leaves it empty. Pure. */
export function draftFromAnswers(answers: unknown, definition: unknown): ChallengeDraft {
  const given = plain(answers);
  const labels = labelsOf(definition);
  const rows = Array.isArray(given.profiles) ? given.profiles.map(plain) : [];
  const profiles = rows.map((row) => text(row.profile) || 'other');
  const town = plain(given.workSite);
  const backer = plain(given.administrator);
  const body = STORY.flatMap((id) => {
    const answer = text(given[id]);
    return answer ? [`## ${labels.get(id) ?? id}\n\n${answer}`] : [];
  });
  return {
    tagline: firstSentence(text(given.problem)),
    body: body.join('\n\n'),
    towns: text(town.name)
      ? [[text(town.name), text(town.postcode) && `(${text(town.postcode)})`].filter(Boolean).join(' ')]
      : [],
    skills: [...new Set(profiles.flatMap((profile) => SKILLS[profile] ?? []))],
    profiles,
    selfFunded: given.coFunding === false || given.coFunding === 'no',
    backer: text(backer.name) ? { id: text(backer.id) || null, name: text(backer.name) } : null,
    operationalMentor: contactOf(given.projectLead),
    strategicMentor: contactOf(given.sponsor),
  };
}

function contactOf(value: unknown): Contact | null {
  const contact = plain(value);
  const email = text(contact.email).toLowerCase();
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) return null;
  return {
    email,
    name: [text(contact.firstName), text(contact.lastName) || text(contact.name)].filter(Boolean).join(' '),
  };
}

function labelsOf(definition: unknown): Map<string, string> {
  const sections = plain(definition).sections;
  const fields = (Array.isArray(sections) ? sections : []).flatMap((section) => {
    const inside = plain(section).fields;
    return Array.isArray(inside) ? inside.map(plain) : [];
  });
  return new Map(fields.map((field) => [text(field.id), text(plain(field.label).fr)]));
}

/** What fits under a title: the first sentence, cut at a word beyond 200 characters. */
function firstSentence(long: string): string {
  const sentence = /^.*?[.!?](?=\s|$)/s.exec(long)?.[0] ?? long;
  const line = sentence.replace(/\s+/g, ' ');
  return line.length <= 200 ? line : `${line.slice(0, 199).replace(/\s+\S*$/, '')}…`;
}
