import { describe, expect, it } from 'vitest';
import { concerns, linesOf } from '@/lib/onboarding/lines';
import { ChecklistDefinition, DOERS, itemsOf } from '@/lib/onboarding/schema';
import { providedTemplates } from '@/lib/onboarding/templates';

const named = (key: string) => {
  const found = providedTemplates.find((template) => template.key === key);
  if (!found) throw new Error(key);
  return found.definition;
};

describe('the provided templates', () => {
  it('hold the real checklist: six sections, each closed by successes and difficulties', () => {
    const sections = named('arrival').sections;
    expect(sections.map((section) => section.title.fr)).toEqual([
      'Recrutement',
      'Accès aux données',
      'Environnement de travail',
      'Accès à Internet',
      'Communication',
      'Accueil',
    ]);
    for (const section of sections)
      expect(section.items.slice(-2).map((item) => item.key)).toEqual([
        `${section.key}-successes`,
        `${section.key}-difficulties`,
      ]);
  });

  it('hold the guide’s three phases and its seven people to meet', () => {
    const guide = named('guide');
    expect(guide.phases.map((phase) => phase.key)).toEqual(['before', 'arrival', 'throughout']);
    expect(guide.sections.find((section) => section.key === 'allies')?.items).toHaveLength(7);
  });

  it('ask designers about the mission, and everyone leaving about code, data, documents, accounts and equipment', () => {
    expect(itemsOf(named('arrival-designers')).map((item) => item.key)).toEqual(
      expect.arrayContaining(['meet-strategic', 'deliverables', 'going-live']),
    );
    expect(itemsOf(named('departure')).map((item) => item.key)).toEqual(
      expect.arrayContaining([
        'handover-sessions',
        'code-published',
        'data-published',
        'docs-written',
        'accounts-moved',
        'equipment',
      ]),
    );
    expect(itemsOf(named('departure')).every((item) => !item.due || item.due.from === 'departure')).toBe(true);
  });

  it('begin each task with a verb and say it in both languages', () => {
    for (const item of providedTemplates.flatMap(({ definition }) => itemsOf(definition))) {
      expect(item.title.fr, item.key).toMatch(/^(?:[A-ZÀÉÈÊ][\p{L}’]*(?:er|ir|re|oir)|S’\p{L}+(?:er|ir|re))\s/u);
      expect(item.title.en).not.toBe(item.title.fr);
    }
  });

  it('put French spaces before ; : ! ? and inside quotation marks', () => {
    expect(JSON.stringify(providedTemplates)).not.toMatch(/[\p{L}»] [;!?»]|« /u);
  });

  it('give a line per fellow, only to the profiles it concerns', () => {
    const seats = ['developer', 'Designer', 'dataScientist', 'Juriste'].map((profile, index) => ({
      id: `00000000-0000-0000-0000-00000000000${index}`,
      profile,
      arrivesOn: null,
      leavesOn: null,
    }));
    const lines = linesOf(named('guide'), seats, { arrivesOn: '2026-09-01', leavesOn: null });
    const count = (key: string) => lines.filter((line) => line.itemKey === key).length;
    expect([count('needs'), count('designer-software'), count('data-memory'), count('developer-system')]).toEqual([
      4, 1, 1, 1,
    ]);
    expect(concerns({ profiles: ['donnees'] }, 'Ingénieur·e Données')).toBe(true);
  });
});

describe('a template', () => {
  const minimal = (items: object[]) => ({
    title: { fr: 'Liste', en: 'List' },
    phases: [{ key: 'before', title: { fr: 'Avant', en: 'Before' } }],
    sections: [{ key: 'one', phase: 'before', title: { fr: 'Un', en: 'One' }, items }],
  });
  const simple = (key: string, more = {}) => ({
    key,
    title: { fr: 'Faire', en: 'Do' },
    answer: { kind: 'done' },
    ...more,
  });
  const messages = (input: unknown) =>
    ChecklistDefinition.safeParse(input).error?.issues.map((issue) => issue.message) ?? [];

  it('refuses a key twice, an unknown item, an item that waits for itself', () => {
    expect(messages(minimal([simple('a'), simple('a')]))).toEqual(['key_twice']);
    expect(messages(minimal([simple('a', { after: ['b'] })]))).toEqual(['unknown_item']);
    expect(
      messages(minimal([simple('a', { after: ['b'] }), simple('b', { after: ['c'] }), simple('c', { after: ['a'] })])),
    ).toContain('circle');
    expect(messages(minimal([simple('a', { profiles: ['dev'] })]))).toEqual(['profiles_without_fellow']);
  });

  it('knows who does and who confirms', () => {
    for (const doer of DOERS) expect(messages(minimal([simple('a', { doer, attester: doer })]))).toEqual([]);
  });
});
