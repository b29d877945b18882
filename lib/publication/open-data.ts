import { type CsvColumn, openCsv } from '@/lib/csv';

/** A field of Table Schema, and how a row gives it. Descriptions are in French, as the data are. */
type Field<Row> = {
  name: string;
  type: 'string' | 'integer' | 'number' | 'date' | 'year';
  description: string;
  constraints?: { required?: true; unique?: true; minimum?: number };
  cell: (row: Row) => string | number | null;
};
export type Dataset<Row> = { name: DatasetName; title: string; primaryKey: string; fields: Field<Row>[] };

export const DATASETS = ['cohorts', 'challenges', 'funding'] as const;
export type DatasetName = (typeof DATASETS)[number];

export type CohortRow = {
  slug: string;
  number: string;
  name: string;
  year: number | null;
  startsOn: string | null;
  endsOn: string | null;
  challenges: number;
  fellows: number;
  mentors: number;
  hosts: number;
};
export type ChallengeRow = {
  slug: string;
  title: string;
  tagline: string;
  cohort: string;
  host: string | null;
  backer: string | null;
  towns: string[];
  skills: string[];
  themes: string[];
  durationMonths: number | null;
  fellows: number;
};
export type FundingRow = {
  challenge: string;
  title: string;
  cohort: string;
  host: string | null;
  fellows: number;
  cents: number;
};

const required = { required: true } as const;
const key = { required: true, unique: true } as const;
const count = { required: true, minimum: 0 } as const;
/** Several values in one cell. */
const list = (values: string[]) => values.join('|');

/** Fields of several files, said once. */
type In<Column extends string, Value = string> = { [column in Column]: Value };
const slug = <Row extends In<'slug'>>(of: string): Field<Row> => ({
  name: 'slug',
  type: 'string',
  description: `Identifiant stable ${of}`,
  constraints: key,
  cell: (row) => row.slug,
});
const title = <Row extends In<'title'>>(description: string): Field<Row> => ({
  name: 'title',
  type: 'string',
  description,
  constraints: required,
  cell: (row) => row.title,
});
const cohort = <Row extends In<'cohort'>>(): Field<Row> => ({
  name: 'cohort',
  type: 'string',
  description: 'Promotion (cohorts.slug)',
  constraints: required,
  cell: (row) => row.cohort,
});
const text = <Column extends string>(name: Column, description: string): Field<In<Column, string | null>> => ({
  name,
  type: 'string',
  description,
  cell: (row) => row[name],
});
const number = <Column extends string>(name: Column, description: string): Field<In<Column, number>> => ({
  name,
  type: 'integer',
  description,
  constraints: count,
  cell: (row) => row[name],
});

export const cohortsData: Dataset<CohortRow> = {
  name: 'cohorts',
  title: 'Promotions',
  primaryKey: 'slug',
  fields: [
    slug('de la promotion'),
    {
      name: 'number',
      type: 'string',
      description: 'Numéro (« 6 », « 7 bis », « DIG »)',
      constraints: required,
      cell: (row) => row.number,
    },
    { name: 'name', type: 'string', description: 'Nom', constraints: required, cell: (row) => row.name },
    { name: 'year', type: 'year', description: 'Année de début', cell: (row) => row.year },
    { name: 'starts_on', type: 'date', description: 'Premier jour', cell: (row) => row.startsOn },
    { name: 'ends_on', type: 'date', description: 'Dernier jour', cell: (row) => row.endsOn },
    number('challenges', 'Nombre de défis publiés'),
    number('fellows', 'Nombre d’EIG'),
    number('mentors', 'Nombre de mentors'),
    number('hosts', 'Nombre d’administrations d’accueil'),
  ],
};

export const challengesData: Dataset<ChallengeRow> = {
  name: 'challenges',
  title: 'Défis',
  primaryKey: 'slug',
  fields: [
    slug('du défi'),
    title('Titre'),
    text('tagline', 'Le défi en une phrase'),
    cohort(),
    text('host', 'Administration d’accueil'),
    text('backer', 'Porteur administratif, quand ce n’est pas l’administration d’accueil'),
    { name: 'towns', type: 'string', description: 'Lieux, séparés par |', cell: (row) => list(row.towns) },
    { name: 'skills', type: 'string', description: 'Compétences, séparées par |', cell: (row) => list(row.skills) },
    { name: 'themes', type: 'string', description: 'Thèmes, séparés par |', cell: (row) => list(row.themes) },
    {
      name: 'duration_months',
      type: 'integer',
      description: 'Durée en mois',
      constraints: { minimum: 1 },
      cell: (row) => row.durationMonths,
    },
    number('fellows', 'Nombre d’EIG'),
  ],
};

export const fundingData: Dataset<FundingRow> = {
  name: 'funding',
  title: 'Cofinancement',
  primaryKey: 'challenge',
  fields: [
    {
      name: 'challenge',
      type: 'string',
      description: 'Défi (challenges.slug)',
      constraints: key,
      cell: (row) => row.challenge,
    },
    title('Titre du défi'),
    cohort(),
    text('host', 'Administration d’accueil'),
    number('fellows', 'Nombre d’EIG cofinancés'),
    {
      name: 'amount_eur',
      type: 'number',
      description: 'Cofinancement du défi en euros, toutes lignes additionnées',
      constraints: count,
      cell: (row) => row.cents / 100,
    },
  ],
};

export const datasetOf = (name: DatasetName) =>
  ({ cohorts: cohortsData, challenges: challengesData, funding: fundingData })[name];

export const csvOf = <Row>(data: Dataset<Row>, rows: readonly Row[]): string =>
  openCsv(
    data.fields.map(({ name, cell }): CsvColumn<Row> => ({ header: name, cell })),
    rows,
  );

/** Table Schema (Frictionless): what each column holds, so that a machine can check every row. */
export const schemaOf = <Row>({ name, title, primaryKey, fields }: Dataset<Row>) => ({
  $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
  name,
  title,
  fields: fields.map(({ cell, ...field }) => field),
  missingValues: [''],
  primaryKey,
});

/** The three files together, with their licence. */
export const packageOf = (base: string) => ({
  name: 'cohorte',
  title: 'Données ouvertes du programme',
  licenses: [
    {
      name: 'etalab-2.0',
      title: 'Licence Ouverte 2.0',
      path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    },
  ],
  resources: DATASETS.map((name) => ({
    name,
    path: `${base}/api/data/${name}.csv`,
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: `${base}/api/data/${name}.schema.json`,
  })),
});
