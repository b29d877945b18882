import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, freeKey, publishFault } from '@/lib/onboarding/editing';
import { ItemInput, itemFrom, typedItem } from '@/lib/onboarding/item-input';
import { changesBetween, withChange } from '@/lib/onboarding/offers';
import { ChecklistDefinition, type ItemDefinition, itemsOf } from '@/lib/onboarding/schema';
import { readTemplate, writeTemplate } from '@/lib/onboarding/sharing';
import { providedTemplates } from '@/lib/onboarding/templates';

const of = (key: string): ChecklistDefinition => {
  const found = providedTemplates.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found.definition;
};
const arrival = of('arrival');
const item = (definition: ChecklistDefinition, key: string): ItemDefinition => {
  const found = itemsOf(definition).find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};
const edited = (definition: ChecklistDefinition, ...edits: Parameters<typeof applyEdit>[1][]) =>
  edits.reduce((made, edit) => {
    const done = applyEdit(made, edit);
    if (!done.ok) throw new Error(done.reason);
    return done.value;
  }, definition);

describe('what a newer template changes', () => {
  it('is nothing when nothing differs', () => {
    for (const { definition } of providedTemplates) expect(changesBetween(definition, definition)).toEqual([]);
  });

  it('says what was added, changed, moved and removed, property by property', () => {
    const desks = item(arrival, 'desks');
    const theirs = edited(
      arrival,
      {
        act: 'save_item',
        section: 'environment',
        item: { ...desks, blocking: true, due: { from: 'arrival', days: -45 } },
      },
      {
        act: 'save_item',
        section: 'internet',
        item: { ...desks, key: 'badge', title: { fr: 'Créer le badge', en: 'Make the badge' } },
      },
      { act: 'save_item', section: 'welcome', item: item(arrival, 'telework') },
      { act: 'remove_item', key: 'budget' },
      { act: 'save_section', key: 'data', texts: { phase: 'before', title: { fr: 'Données', en: 'Data' } } },
    );
    expect(changesBetween(arrival, theirs).map((one) => [one.key, one.kind, one.fields])).toEqual([
      ['section:data', 'changed', ['title']],
      ['desks', 'changed', ['due', 'blocking']],
      ['badge', 'added', []],
      ['telework', 'changed', ['section']],
      ['budget', 'removed', []],
    ]);
  });

  it('is taken one change at a time, in any order, and ends at the same list', () => {
    const theirs = of('arrival-designers');
    const keys = changesBetween(arrival, theirs).map((one) => one.key);
    fc.assert(
      fc.property(fc.shuffledSubarray(keys, { minLength: keys.length }), (order) => {
        const made = order.reduce((list, key) => withChange(list, theirs, key), arrival);
        expect(changesBetween(made, theirs).filter((one) => !one.fields.every((field) => field === 'after'))).toEqual(
          [],
        );
        expect(new Set(itemsOf(made).map((one) => one.key))).toEqual(new Set(itemsOf(theirs).map((one) => one.key)));
      }),
      { numRuns: 40 },
    );
  });

  it('never leaves a list that cannot be read, whatever is taken and left', () => {
    const theirs = of('guide');
    const keys = changesBetween(arrival, theirs).map((one) => one.key);
    fc.assert(
      fc.property(fc.shuffledSubarray(keys), (taken) => {
        const made = taken.reduce((list, key) => withChange(list, theirs, key), arrival);
        expect(ChecklistDefinition.safeParse(made).success).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('drops a dependency on what was left, and one that would turn in a circle', () => {
    const wait = (key: string, after: string[]) => ({ ...item(arrival, key), after });
    const theirs = edited(
      arrival,
      { act: 'save_item', section: 'environment', item: { ...item(arrival, 'desks'), key: 'badge' } },
      { act: 'save_item', section: 'environment', item: wait('desks', ['badge']) },
    );
    expect(item(withChange(arrival, theirs, 'desks'), 'desks').after).toEqual([]);
    const mine = edited(arrival, { act: 'save_item', section: 'environment', item: wait('desks', ['budget']) });
    const turned = edited(arrival, { act: 'save_item', section: 'environment', item: wait('budget', ['desks']) });
    expect(ChecklistDefinition.safeParse(withChange(mine, turned, 'budget')).success).toBe(true);
  });
});

describe('editing a template', () => {
  it('moves items up, down, and across sections', () => {
    const order = (definition: ChecklistDefinition) =>
      definition.sections.find((one) => one.key === 'environment')?.items.map((one) => one.key);
    const down = edited(arrival, { act: 'move_item', key: 'desks', by: 1 });
    expect(order(down)?.slice(0, 2)).toEqual(['workstation-needs', 'desks']);
    const across = edited(arrival, { act: 'move_item', key: 'desks', by: -1 });
    expect(order(across)).not.toContain('desks');
    expect(across.sections.find((one) => one.key === 'data')?.items.at(-1)?.key).toBe('desks');
  });

  it('refuses what would break the list', () => {
    const reason = (edit: Parameters<typeof applyEdit>[1]) => {
      const done = applyEdit(arrival, edit);
      return done.ok ? 'ok' : done.reason;
    };
    expect(reason({ act: 'remove_section', key: 'data' })).toBe('section_not_empty');
    expect(reason({ act: 'remove_phase', key: 'before' })).toBe('phase_used');
    expect(reason({ act: 'save_item', section: 'nowhere', item: item(arrival, 'desks') })).toBe('unknown_part');
    const circle = { ...item(arrival, 'recruitment-started'), after: ['contracts-signed'] };
    expect(reason({ act: 'save_item', section: 'recruitment', item: circle })).toBe('circle');
    expect(reason({ act: 'save_item', section: 'data', item: { ...item(arrival, 'desks'), profiles: ['dev'] } })).toBe(
      'profiles_without_fellow',
    );
  });

  it('is not published with an empty section nor without a change', () => {
    const texts = { phase: 'before', title: { fr: 'Vide', en: 'Empty' } };
    expect(publishFault(edited(arrival, { act: 'save_section', key: 'vide', texts }), arrival)).toBe('empty_section');
    expect(publishFault(arrival, arrival)).toBe('nothing_changed');
    expect(publishFault(edited(arrival, { act: 'move_item', key: 'desks', by: 1 }), arrival)).toBeNull();
  });

  it('makes keys nobody has', () => {
    expect(freeKey('Réserver deux écrans', [])).toBe('reserver-deux-ecrans');
    expect(freeKey('2 écrans', ['ecrans'])).toBe('ecrans-2');
    expect(freeKey('…', [])).toBe('sans-nom');
  });

  it('reads back from its form every property of every provided item', () => {
    for (const one of providedTemplates.flatMap(({ definition }) => itemsOf(definition))) {
      const { answer } = one;
      const posted = ItemInput.parse({
        titleFr: one.title.fr,
        titleEn: one.title.en,
        whyFr: one.why?.fr,
        whyEn: one.why?.en,
        helpFr: one.help?.fr,
        helpEn: one.help?.en,
        ...typedItem(one),
        resources: one.resources,
        section: 'data',
        doer: one.doer,
        attester: one.attester ?? '',
        dueFrom: one.due?.from ?? '',
        dueDays: one.due ? String(one.due.days) : '',
        per: one.per,
        kind: answer.kind,
        noCloses: answer.kind === 'yes_no' && answer.noCloses ? 'on' : undefined,
        setsArrival: answer.kind === 'date' && answer.sets ? 'on' : undefined,
        many: answer.kind === 'choice' && answer.many ? 'on' : undefined,
        max: answer.kind === 'text' ? String(answer.max) : '',
        blocking: one.blocking ? 'on' : undefined,
        optional: one.optional ? 'on' : undefined,
        after: one.after,
      });
      expect(itemFrom(posted, one.key)).toEqual({ ok: true, value: one });
    }
  });

  it('says which line of the choices or links it cannot read', () => {
    const base = { titleFr: 'Choisir', section: 'data', doer: 'it', kind: 'choice' };
    expect(itemFrom(ItemInput.parse({ ...base, options: 'Une Seule | X' }), 'x')).toMatchObject({
      reason: 'bad_options',
    });
    expect(itemFrom(ItemInput.parse({ ...base, kind: 'done', links: 'Doc | javascript:alert(1)' }), 'x')).toMatchObject(
      {
        reason: 'bad_links',
      },
    );
  });
});

describe('a template as a file', () => {
  it('reads back as it was written', () => {
    for (const { definition } of providedTemplates)
      expect(readTemplate(writeTemplate(definition))).toEqual({ ok: true, value: definition });
  });

  it('says where it is wrong, and never throws', () => {
    expect(readTemplate('a: [')).toEqual({ ok: false, reason: 'bad_yaml' });
    expect(readTemplate('')).toMatchObject({ reason: 'bad_template' });
    const broken = writeTemplate(arrival).replace('kind: date', 'kind: dance');
    expect(readTemplate(broken)).toEqual({
      ok: false,
      reason: 'bad_template',
      detail: { path: 'sections.0.items.0.answer.kind' },
    });
    fc.assert(fc.property(fc.string(), (text) => void readTemplate(text)));
  });
});
