import { describe, expect, it } from 'vitest';
import { inSection, lines, shortText, text } from './building';
import { formDefinition } from './form';
import { prefillOf } from './prefill';

const T = text('Titre', 'Title');
const options = ['dev', 'design'].map((value) => ({ value, label: T }));
const form = formDefinition.parse({
  sections: [
    inSection('s', T, [
      shortText('name', T),
      lines('problem', 3, T),
      { type: 'contact', id: 'sponsor', label: T },
      { type: 'organisation', id: 'host', label: T },
      { type: 'oneOf', id: 'profile', label: T, options },
      { type: 'manyOf', id: 'skills', label: T, options },
      { type: 'money', id: 'budget', label: T },
      { type: 'yesNo', id: 'coFunding', label: T },
      { type: 'file', id: 'slides', label: T },
      { type: 'attestation', id: 'inForm', label: T },
      { type: 'group', id: 'team', label: T, rowLabel: T, fields: [{ type: 'shortText', id: 'role', label: T }] },
    ]),
  ],
  attestations: [{ type: 'attestation', id: 'openSource', label: T }],
});
const of = (query: string) => prefillOf(form, new URLSearchParams(query), () => 'k1');

describe('a link that answers in advance', () => {
  it('fills every kind of question it may', () => {
    expect(
      of(
        'name=Mar%C3%A9es&sponsor.email=a@b.fr&profile=dev&skills=dev&skills=design&budget=1 000,50&coFunding=yes&team[0].role=Chef',
      ).answers,
    ).toEqual({
      name: 'Marées',
      sponsor: { email: 'a@b.fr' },
      profile: 'dev',
      skills: ['dev', 'design'],
      budget: 100_050,
      coFunding: true,
      team: [{ _key: 'k1', role: 'Chef' }],
    });
  });

  it('ignores what it does not know and never signs, sends a file nor chooses a record', () => {
    const given = of(
      'unknown=1&slides=x&inForm=yes&openSource=yes&profile=king&skills=dev&skills=king&host.id=6a&host.name=DINUM&__proto__=x&constructor=x&toString=x&done=ok',
    );
    expect(given.answers).toEqual({ host: { name: 'DINUM' } });
    expect(given.fields.map((one) => one.id)).toEqual(['host']);
  });

  it('tells the names that answered nothing, never a sentence made of them nor what measures visits', () => {
    expect(
      of(
        'name=ok&unknown=1&team2[0].role=x&slides=x&inForm=yes&profile=king&utm_source=x&fbclid=x&done=ok&Votre+dossier+est+refuse=1&<b>=1&unknown=2',
      ).others,
    ).toEqual(['unknown', 'team2', 'slides', 'inForm', 'profile']);
    expect(of('name=ok').others).toEqual([]);
    expect(of(Array.from({ length: 400 }, (_, n) => `a${n}=1`).join('&')).others).toHaveLength(10);
    expect(of(`${'a'.repeat(41)}=1`).others).toEqual([]);
  });

  it('stops at a size no link has, and refuses NUL', () => {
    expect(of(`name=ok&problem=${'x'.repeat(30_000)}`).answers).toEqual({ name: 'ok' });
    expect(of('name=a%00b').answers).toEqual({});
  });
});
