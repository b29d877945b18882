import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en/calls.json';
import fr from '@/messages/fr/calls.json';
import { inSection, shortText, text } from './building';
import { formDefinition } from './form';
import { conditionInWords } from './saying';
import { scopeOf } from './typing';

const label = (name: string) => text(name, `${name} (en)`);
const options = ['dev', 'other'].map((value) => ({ value, label: text(value === 'dev' ? 'Code' : 'Autre', value) }));
const form = formDefinition.parse({
  sections: [
    inSection('s', label('S'), [
      shortText('name', label('Nom')),
      { type: 'yesNo', id: 'coFunding', label: label('Cofinancement') },
      { type: 'oneOf', id: 'profile', label: label('Profil'), options },
      { type: 'manyOf', id: 'skills', label: label('Compétences'), options },
      { type: 'number', id: 'places', label: label('Places') },
      { type: 'date', id: 'start', label: label('Début') },
      { type: 'town', id: 'place', label: label('Commune') },
      {
        type: 'group',
        id: 'team',
        label: label('Équipe'),
        rowLabel: label('Membre'),
        fields: [{ type: 'number', id: 'share', label: label('Part') }],
      },
    ]),
  ],
});

function says(locale: 'fr' | 'en', source: string): string | null {
  const words = createTranslator({
    locale,
    messages: { calls: locale === 'fr' ? fr : en } as never,
    namespace: 'calls' as never,
  });
  const t = words as unknown as (key: string, values?: Record<string, string>) => string;
  const said = conditionInWords(source, scopeOf(form), {
    locale,
    say: (key, values) => t(`saying.${key}`, values),
    part: (name) => t(`fields.parts.${name}`),
    number: String,
    date: (iso) => iso,
  });
  return said?.replace(/[\u00a0\u202f]/g, ' ') ?? null;
}

describe('a condition in words', () => {
  it.each([
    ['coFunding = yes', '« Cofinancement » est « Oui »'],
    ['coFunding', '« Cofinancement » est « Oui »'],
    ['not coFunding', '« Cofinancement » est « Non »'],
    ['profile = "other"', '« Profil » est « Autre »'],
    ['profile in ("dev", "other")', '« Profil » est « Code » ou « Autre »'],
    ['profile not in ("dev")', '« Profil » n’est pas « Code »'],
    ['"dev" in skills', '« Compétences » comprend « Code »'],
    ['not ("dev" in skills)', '« Compétences » ne comprend pas « Code »'],
    ['places >= 3 and places != 5', '« Places » vaut au moins 3 et « Places » n’est pas 5'],
    ['not (places < 3)', '« Places » vaut au moins 3'],
    ['start < 2026-09-01', '« Début » est avant le 2026-09-01'],
    ['name is empty', '« Nom » est sans réponse'],
    ['place.postcode is not empty', '« Commune, Code postal » a une réponse'],
    ['count(team) != places', 'le nombre de réponses à « Équipe » n’est pas « Places »'],
    ['sum(team.share) * 2 > 100', 'le total de « Part » dans « Équipe » × 2 dépasse 100'],
    [
      '(coFunding or places > 2) and name is empty',
      '(« Cofinancement » est « Oui » ou « Places » dépasse 2) et « Nom » est sans réponse',
    ],
    ['not (coFunding and places > 2)', 'il n’est pas vrai que « Cofinancement » est « Oui » et « Places » dépasse 2'],
  ])('%s', (source, words) => {
    expect(says('fr', source)).toBe(words);
    expect(says('en', source)).toMatch(/^[(]?(“|the number|the total|it is not true)/);
  });

  it('in English, of the same form', () => {
    expect(says('en', 'profile = "other"')).toBe('“Profil (en)” is “other”');
  });

  it('says nothing of what is no condition', () => {
    expect(says('fr', 'coFunding = ')).toBeNull();
  });
});
