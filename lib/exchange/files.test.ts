import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formDefinition } from '@/lib/calls/form';
import { formTemplate } from '@/lib/calls/templates';
import { readDemarches, stableId } from './demarches';
import { mapFaults, mapFile } from './files-mapping';
import { type KnownFiles, planFiles } from './files-plan';
import { textOf } from './files-source';
import { decode, readTable, separatorOf } from './table';
import { placeOf, suggestMap, targetsOf } from './targets';

const words = (fr: string, en = fr) => ({ fr, en });
const form = formDefinition.parse({
  sections: [
    {
      id: 'project',
      title: words('Projet'),
      fields: [
        { type: 'shortText', id: 'projectName', label: words('Nom du projet', 'Project name'), required: true },
        { type: 'number', id: 'fellowCount', label: words('Nombre d’EIG', 'Fellows') },
        { type: 'money', id: 'budget', label: words('Budget') },
        { type: 'date', id: 'start', label: words('Début') },
        { type: 'yesNo', id: 'coFunding', label: words('Cofinancement demandé') },
        {
          type: 'manyOf',
          id: 'themes',
          label: words('Thèmes'),
          options: ['Santé', 'Mer'].map((one) => ({ value: one === 'Mer' ? 'sea' : 'health', label: words(one) })),
        },
        { type: 'organisation', id: 'operator', label: words('Porteur') },
        { type: 'contact', id: 'sponsor', label: words('Sponsor') },
        { type: 'file', id: 'slides', label: words('Présentation') },
        {
          type: 'group',
          id: 'profiles',
          label: words('Profils'),
          rowLabel: words('Profil'),
          max: 3,
          fields: [
            {
              type: 'oneOf',
              id: 'profile',
              label: words('Métier', 'Job'),
              options: [{ value: 'designer', label: words('Design', 'Designer') }],
            },
            { type: 'longText', id: 'expertise', label: words('Expertise') },
          ],
        },
      ],
    },
  ],
});

const id = (number: number, row = '') => btoa(`Champ-${number}${row}`);
const dossier = (number: number, change: object = {}) => ({
  id: `d${number}`,
  number,
  state: 'en_construction',
  dateDepot: '2022-03-18T22:30:00+01:00',
  usager: { email: 'Aude@Exemple.invalid' },
  demandeur: { nom: 'Morin', prenom: 'Aude' },
  champs: [
    { id: id(1), __typename: 'TextChamp', label: 'Nom du projet', stringValue: 'Marées' },
    { id: id(2), __typename: 'IntegerNumberChamp', label: 'Nombre d’EIG', stringValue: '2', integerNumber: 2 },
    { id: id(3), __typename: 'CheckboxChamp', label: 'Cofinancement demandé', stringValue: 'Oui', value: true },
    { id: id(4), __typename: 'MultipleDropDownListChamp', label: 'Thèmes', stringValue: 'Mer', values: ['Mer'] },
    {
      id: id(5),
      __typename: 'SiretChamp',
      label: 'Porteur',
      stringValue: '13002526500013',
      etablissement: { siret: '13002526500013', entreprise: { raisonSociale: 'DINUM' } },
    },
    {
      id: id(6),
      __typename: 'PieceJustificativeChamp',
      label: 'Présentation',
      stringValue: '',
      files: [{ filename: 'pitch.pdf', byteSizeBigInt: '120', url: 'https://x.invalid/1', checksum: 'abc' }],
    },
    {
      id: id(7),
      __typename: 'RepetitionChamp',
      label: 'Profils',
      stringValue: '',
      champs: [
        { id: id(8, '|01A'), __typename: 'DropDownListChamp', label: 'Métier', stringValue: 'Design' },
        { id: id(9, '|01A'), __typename: 'TextareaChamp', label: 'Expertise', stringValue: 'Recherche' },
        { id: id(8, '|01B'), __typename: 'DropDownListChamp', label: 'Métier', stringValue: 'Astrologie' },
      ],
    },
    { id: id(10), __typename: 'TextChamp', label: 'Couleur préférée', stringValue: 'bleu' },
  ],
  annotations: [{ id: id(11), __typename: 'TextChamp', label: 'Avis du rapporteur', stringValue: 'Solide' }],
  messages: [{ body: 'Bonjour' }],
  ...change,
});
const exported = (...dossiers: object[]) => ({
  data: { demarche: { number: 4242, title: 'EIG 5', dossiers: { nodes: dossiers } } },
});

function read(json: unknown) {
  const found = readDemarches(json);
  if (!found.ok) throw new Error(found.reason);
  return found.source;
}
const nothing: KnownFiles = { imported: new Map(), references: new Set() };

describe('an export of Démarches simplifiées', () => {
  it('is read by identifier, with repeated blocks as rows and everything else kept beside', () => {
    const source = read(exported(dossier(1)));
    expect(source).toMatchObject({ name: 'demarche:4242', kind: 'demarches' });
    const map = suggestMap(form, source);
    expect(map).toMatchObject({
      [id(1)]: 'projectName',
      [id(2)]: 'fellowCount',
      [id(5)]: 'operator',
      [id(8)]: 'profiles[].profile',
      [id(9)]: 'profiles[].expertise',
    });
    expect(mapFaults(form, source, map)).toEqual([]);
    const file = mapFile(form, source, map, source.files[0]!);
    expect(file).toMatchObject({ key: '1', email: 'aude@exemple.invalid', name: 'Aude Morin', state: 'submitted' });
    expect(file.receivedAt?.toISOString()).toBe('2022-03-18T21:30:00.000Z');
    expect(file.answers).toEqual({
      projectName: 'Marées',
      fellowCount: 2,
      coFunding: true,
      themes: ['sea'],
      operator: { siret: '13002526500013', name: 'DINUM' },
      profiles: [{ _key: 'i1', profile: 'designer', expertise: 'Recherche' }],
    });
    expect(file.problems.map(({ field, reason }) => [field, reason])).toEqual([
      ['Présentation', 'file_not_taken'],
      ['Profils › Métier (2)', 'unknown_option'],
    ]);
    const kept = file.rest.map(({ label }) => label);
    expect(kept).toEqual(
      expect.arrayContaining([
        'Avis du rapporteur',
        'messages',
        'Couleur préférée',
        'Présentation',
        'Profils › Métier (2)',
      ]),
    );
  });

  it('may be several pages, edges, or rows in their own list; the same file twice is one', () => {
    const page = (one: object) => ({ demarche: { number: '4242', dossiers: { edges: [{ node: one }] } } });
    const rows = {
      id: id(7),
      __typename: 'RepetitionChamp',
      label: 'Profils',
      rows: [{ champs: [{ id: id(9, '|X'), label: 'Expertise', stringValue: 'Une' }] }],
    };
    const source = read([page(dossier(1)), { data: page(dossier(1, { champs: [rows] })) }, page(dossier(2))]);
    expect(source.files.map(({ key }) => key)).toEqual(['1', '2']);
    expect(source.files[0]?.blocks[id(7)]).toEqual([{ [id(9)]: 'Une' }]);
  });

  it('refuses what is not one, two démarches at once, and an empty one', () => {
    for (const bad of [null, 3, 'x', [], {}, { data: null }, { demarche: { number: 1 } }, exported({ state: 'x' })])
      expect(readDemarches(bad)).toMatchObject({ ok: false, reason: 'not_demarches' });
    expect(readDemarches([exported(dossier(1)), { demarche: { number: 1, dossiers: { nodes: [] } } }])).toMatchObject({
      reason: 'several_demarches',
    });
    expect(readDemarches(exported())).toMatchObject({ reason: 'no_files' });
  });

  it('knows a question of a block whatever its row', () => {
    expect(stableId(id(8, '|01ABC'))).toBe(id(8));
    expect(stableId(id(8))).toBe(id(8));
    expect(stableId('pas du base64 !')).toBe('pas du base64 !');
  });
});

describe('a table', () => {
  it('is read whatever its separator, encoding and guards', () => {
    expect(['a;b;c', 'a,b', 'a\tb', '"x;y",b'].map(separatorOf)).toEqual([';', ',', '\t', ',']);
    expect(decode(Buffer.from('é', 'latin1'))).toBe('é');
    const table = readTable(
      "\uFEFFRéférence;Nom du projet;Nom du projet\r\nA1;'=1+1;\r\n;;\r\nA2;Deux;Trois;Quatre\r\n",
    );
    expect(table).toMatchObject({
      ok: true,
      source: { fields: [{ id: 'Référence' }, { id: 'Nom du projet' }, { id: 'Nom du projet (2)' }, { id: '#4' }] },
    });
    if (table.ok)
      expect(table.source.files.map(({ line, values }) => [line, values])).toEqual([
        [2, { Référence: 'A1', 'Nom du projet': '=1+1' }],
        [3, { Référence: 'A2', 'Nom du projet': 'Deux', 'Nom du projet (2)': 'Trois', '#4': 'Quatre' }],
      ]);
  });

  it('refuses what is not one', () => {
    expect(readTable('')).toMatchObject({ reason: 'empty' });
    expect(readTable('a;b\n\0;x')).toMatchObject({ reason: 'not_csv' });
    expect(readTable('a;b\n"jamais fermé')).toMatchObject({ reason: 'not_csv' });
    expect(readTable('seule\nx')).toMatchObject({ reason: 'one_column' });
    expect(readTable('a;b\n')).toMatchObject({ reason: 'no_files' });
    expect(readTable(`${Array.from({ length: 300 }, (_, index) => index).join(';')}\n1;2`)).toMatchObject({
      reason: 'too_many_columns',
    });
    expect(readTable(`a;b\n${'1;2\n'.repeat(3_001)}`)).toMatchObject({ reason: 'too_many_files' });
  });

  it('goes to rows and parts by its titles, checks types, and names what it could not read', () => {
    const table = readTable(
      'Référence,Courriel,Reçu le,État,Profil 1 Métier,Profil 2 Expertise,Sponsor email,Budget,Début,Cofinancement demandé\n' +
        'X-1,a@b.fr,18/03/2022 23:30,Recevable,Designer,SQL,s@b.fr,"20 000 €",31/02/2022,peut-être\n',
    );
    if (!table.ok) throw new Error(table.reason);
    const map = suggestMap(form, table.source);
    expect(map).toMatchObject({
      'Profil 2 Expertise': 'profiles[1].expertise',
      'Sponsor email': 'sponsor.email',
      'Reçu le': '@received',
    });
    const file = mapFile(form, table.source, map, table.source.files[0]!);
    expect(file).toMatchObject({
      key: 'X-1',
      email: 'a@b.fr',
      state: 'eligible',
      answers: {
        budget: 2_000_000,
        sponsor: { email: 's@b.fr' },
        profiles: [
          { _key: 'i1', profile: 'designer' },
          { _key: 'i2', expertise: 'SQL' },
        ],
      },
    });
    expect(file.receivedAt?.toISOString()).toBe('2022-03-18T22:30:00.000Z');
    expect(file.problems.map(({ reason }) => reason)).toEqual(['not_a_date', 'not_yes_no']);
  });

  it('needs a column of numbers, and one column a place', () => {
    const table = readTable('a;b\n1;2');
    if (!table.ok) throw new Error(table.reason);
    expect(mapFaults(form, table.source, { a: 'projectName', b: 'projectName' }).map(({ reason }) => reason)).toEqual([
      'twice',
      'no_key',
    ]);
    expect(mapFaults(form, table.source, { a: '@key', b: 'gone' }).map(({ reason }) => reason)).toEqual(['unknown']);
  });
});

describe('the plan', () => {
  const source = read(exported(dossier(1), dossier(2)));
  const map = suggestMap(form, source);
  const first = planFiles(form, source, map, nothing);

  it('makes what is new, leaves what is the same, brings up to date what changed there, keeps what changed here', () => {
    expect(first.report).toMatchObject({ created: 2, updated: 0, unchanged: 0, refused: 0 });
    const [one, two] = first.create;
    const known = (change: object = {}): KnownFiles => ({
      references: new Set(),
      imported: new Map([
        [
          '1',
          {
            applicationId: 'a1',
            digest: one!.digest,
            answersDigest: one!.answersDigest,
            today: [one!.answersDigest],
            ...change,
          },
        ],
        [
          '2',
          {
            applicationId: 'a2',
            digest: two!.digest,
            answersDigest: two!.answersDigest,
            today: [two!.answersDigest],
          },
        ],
      ]),
    });
    expect(planFiles(form, source, map, known()).report).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      problems: expect.any(Number),
    });
    const later = read(exported(dossier(1, { state: 'accepte', motivation: 'Bien' }), dossier(2)));
    expect(planFiles(form, later, map, known()).update).toMatchObject([
      { applicationId: 'a1', file: { state: 'eligible', reason: 'Bien' } },
    ]);
    const touched = planFiles(form, later, map, known({ today: ['other'] }));
    expect(touched.report).toMatchObject({ updated: 0, unchanged: 2 });
    expect(touched.report.named).toContainEqual(expect.objectContaining({ reason: 'edited_here', key: '1' }));
  });

  it('refuses a line without number and a number that comes twice, and leaves what was exported from here', () => {
    const table = readTable('Référence;Nom du projet\nR1;Un\nR1;Encore\n;Sans\nC1-0001;Ici\n');
    if (!table.ok) throw new Error(table.reason);
    const plan = planFiles(form, table.source, suggestMap(form, table.source), {
      ...nothing,
      references: new Set(['C1-0001']),
    });
    expect(plan.report).toMatchObject({ created: 1, refused: 2, unchanged: 1 });
    expect(plan.report.named.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['key_twice', 'no_key', 'already_here']),
    );
  });
});

describe('whatever is typed there', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('oui', '12,5', '18/03/2022', 'Design', '=1+1', '\u202Efdp', 'é'));
  const paths = [...targetsOf(form, 'csv').map(({ path }) => path), ''];

  it('every place offered means something in the form', () => {
    for (const kind of ['csv', 'demarches'] as const)
      for (const { path } of targetsOf(formTemplate('cohort6'), kind))
        expect(placeOf(formTemplate('cohort6'), path), path).not.toBeNull();
  });

  it('is an answer or is kept beside, never dropped, and the same again gives the same', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 8 }),
        fc.array(fc.constantFrom(...paths), { minLength: 8, maxLength: 8 }),
        (cells, chosen) => {
          const fields = cells.map((_, index) => ({ id: `c${index}`, label: `Colonne ${index}` }));
          const values = Object.fromEntries(cells.map((value, index) => [`c${index}`, value]));
          const file = {
            key: 'K',
            line: 2,
            values,
            blocks: {},
            email: '',
            name: '',
            receivedAt: null,
            state: '',
            reason: '',
            labels: [],
            beside: [],
          };
          const used = new Set<string>();
          const map = Object.fromEntries(
            fields.flatMap(({ id: field }, index) => {
              const path = chosen[index] ?? '';
              const base = path.replace(/\.(firstName|lastName|role|entity|email|phone|name|siret|postcode)$/, '');
              if (!path || used.has(base)) return [];
              used.add(base);
              return [[field, path]];
            }),
          );
          const source = { kind: 'csv' as const, name: 'csv', title: '', fields, files: [file] };
          const mapped = mapFile(form, source, map, file);
          expect(mapFile(form, source, map, file)).toEqual(mapped);
          const answered = JSON.stringify(mapped.answers);
          for (const [index, value] of cells.entries()) {
            if (value.trim() === '') continue;
            const kept = mapped.rest.some((one) => one.id === `c${index}` && textOf(one.value as string) === value);
            const placed =
              map[`c${index}`] !== undefined && !mapped.rest.some((one) => one.id === `c${index}`) && answered !== '{}';
            expect(kept || placed).toBe(true);
            if (!map[`c${index}`]) expect(kept).toBe(true);
          }
          expect(planFiles(form, source, map, nothing).report.created).toBe(1);
        },
      ),
    );
  });

  it('reading any JSON or any text never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void readDemarches(json)));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readTable(text)));
  });
});
