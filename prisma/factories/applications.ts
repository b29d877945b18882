import type { Faker } from '@faker-js/faker';
import type { Answer, Answers, Row } from '@/lib/calls/answers';
import type { Field, FormDefinition, SimpleField } from '@/lib/calls/form';
import { fieldsOf } from '@/lib/calls/shape';

/** What an answer talks about: the same project from one question to the next. */
export type About = {
  title: string;
  tagline: string;
  problem: string;
  town: [string, string];
  organisation: string;
  skills: string[];
};

/** What each of a file's contacts does; the library's own titles are translated word by word. */
const ROLES: Record<string, string> = {
  sponsor: 'membre de la direction générale',
  projectLead: 'responsable du numérique',
  humanResources: 'responsable des recrutements',
  management: 'gestionnaire budgétaire',
};
const JOBS = [
  'responsable du pôle données',
  'architecte des systèmes d’information',
  'responsable de l’innovation',
  'spécialiste du métier',
] as const;

const SENTENCES = [
  'Nous avons commencé par écouter les personnes concernées.',
  'Une première version sera montrée dès la sixième semaine.',
  'Les données existent, leur documentation reste à écrire.',
  'Trois services se sont engagés à essayer l’outil.',
  'Le code sera publié au fur et à mesure.',
  'Une convention encadre déjà l’échange des données.',
  'Le principal risque est le temps des équipes de terrain.',
  'Chaque quinzaine se conclut par une démonstration ouverte.',
  'La direction réserve deux jours par semaine à ce projet.',
];
const PROFILE: Record<string, string> = {
  dev: 'developer',
  design: 'designer',
  datascience: 'dataScientist',
  dataengineering: 'dataEngineer',
  geomatique: 'geomatician',
  lawyer: 'lawyer',
};

/** Complete, valid answers to any definition, in French, the same for the same faker seed. Files are left out. */
export function answersTo(definition: FormDefinition, faker: Faker, about: About): Answers {
  const answers: Answers = {};
  for (const field of fieldsOf(definition)) {
    const answer = answerTo(field, faker, about);
    if (answer !== undefined) answers[field.id] = answer;
  }
  for (const attestation of definition.attestations ?? []) answers[attestation.id] = true;
  return answers;
}

const known: Record<string, (about: About) => string> = {
  projectName: ({ title }) => title,
  problem: ({ problem }) => problem,
  pitch: ({ tagline, problem }) =>
    `${tagline}. ${problem} Nous voulons une équipe de dix mois pour y répondre avec celles et ceux qui le vivent.`,
};

function answerTo(field: Field, faker: Faker, about: About): Answer | undefined {
  if (field.type !== 'group') return known[field.id]?.(about) ?? simple(field, faker, about);
  const count = field.id === 'profiles' ? Math.min(3, Math.max(2, about.skills.length)) : Math.max(field.min, 2);
  return Array.from({ length: count }, (_, index): Row => {
    const row: Row = { _key: `r${index + 1}` };
    for (const inner of field.fields) {
      if (inner.showIf) continue;
      const answer =
        inner.id === 'profile' ? (PROFILE[about.skills[index] ?? 'dev'] ?? 'developer') : simple(inner, faker, about);
      if (answer !== undefined) row[inner.id] = answer as string;
    }
    return row;
  });
}

function simple(field: SimpleField, faker: Faker, about: About): Answer | undefined {
  const person = () => ({ first: faker.person.firstName(), last: faker.person.lastName() });
  switch (field.type) {
    case 'number':
      return field.id === 'fellowCount'
        ? Math.min(3, Math.max(2, about.skills.length))
        : Math.max(field.min ?? 1, Math.min(field.max ?? 50, faker.number.int({ min: 10, max: 60 })));
    case 'money':
      return faker.number.int({ min: 1_000, max: 90_000 }) * 100;
    case 'date':
      return field.min ?? '2026-09-01';
    case 'yesNo':
    case 'attestation':
      return true;
    case 'oneOf':
      return field.options[0]?.value;
    case 'manyOf':
      return field.options.slice(0, field.min ?? 1).map(({ value }) => value);
    case 'organisation':
      return { name: about.organisation };
    case 'town':
      return { name: about.town[0], postcode: about.town[1] };
    case 'contact': {
      const { first, last } = person();
      return {
        firstName: first,
        lastName: last,
        role: ROLES[field.id] ?? faker.helpers.arrayElement(JOBS),
        entity: about.organisation,
        email: faker.internet.email({ firstName: first, lastName: last, provider: 'demo.invalid' }).toLowerCase(),
        phone: '01 23 45 67 89',
      };
    }
    case 'email':
      return 'contact@demo.invalid';
    case 'phone':
      return '01 23 45 67 89';
    case 'url':
      return 'https://exemple.invalid/';
    case 'file':
      return undefined;
    case 'longText':
      return faker.helpers
        .arrayElements(SENTENCES, Math.min(4, field.maxLines ?? 3))
        .join(' ')
        .slice(0, (field.maxLines ?? 4) * 85);
    default: {
      if (field.id === 'budgetProgramme') return '352';
      const { first, last } = person();
      return field.id === 'name' ? `${first} ${last}` : field.id === 'role' ? 'Responsable de mission' : 'Titulaire';
    }
  }
}
