import { Faker, fr } from '@faker-js/faker';
import { expect, it } from 'vitest';
import { filePdf } from '@/lib/applications/file-pdf';
import { sheetOf } from '@/lib/calls/sheet';
import { formTemplate } from '@/lib/calls/templates';
import { answersTo } from '@/prisma/factories/applications';

const words = {
  locale: 'fr',
  signed: 'Signé',
  yes: 'Oui',
  no: 'Non',
  date: (iso: string) => iso,
  number: String,
  money: String,
};

it('prints any file, answered or not, and hostile text as text', () => {
  const definition = formTemplate('cohort6');
  const about = {
    title: 'Marées',
    tagline: 'x',
    problem: '#panic("x") $ \\ ] <b> \u202e',
    town: ['Brest', '29200'] as [string, string],
    organisation: 'Shom',
    skills: ['dev'],
  };
  for (const answers of [{}, answersTo(definition, new Faker({ locale: [fr] }), about)]) {
    const made = filePdf({
      lang: 'fr',
      title: 'Marées',
      facts: [['Référence', 'P-1']],
      sections: sheetOf(definition, answers, words),
      silence: 'Sans réponse',
    });
    expect(made.subarray(0, 5).toString()).toBe('%PDF-');
  }
});
