import type { ChecklistDefinitionInput } from '@/lib/onboarding/schema';
import { guideBefore } from './guide-before';
import { arrival, both, done, item, question, type Section, text, yesNo } from './write';

// The guide for mentors: its three phases, in full.

/** People to meet in person: [key, who in French, who in English]. */
const ALLIES: [string, string, string][] = [
  ['amd', 'l’administratrice ou l’administrateur ministériel des données (AMD)', 'the ministerial data officer (AMD)'],
  ['cod', 'la ou le correspondant open data (COD)', 'the open-data correspondent (COD)'],
  ['prada', 'la personne responsable de l’accès aux documents (PRADA)', 'the officer for access to documents (PRADA)'],
  ['daj', 'la direction des affaires juridiques (DAJ)', 'legal affairs (DAJ)'],
  ['dsi', 'la direction des systèmes d’information (DSI)', 'the IT department (DSI)'],
  ['dpd', 'la déléguée ou le délégué à la protection des données (CIL, DPD)', 'the data protection officer (CIL, DPD)'],
];

const allies: Section = {
  key: 'allies',
  phase: 'arrival',
  title: both('Rencontrer les alliés en personne', 'Meet allies in person'),
  items: [
    ...ALLIES.map(([key, fr, en]) => item(`meet-${key}`, `Rencontrer ${fr}`, `Meet ${en}`, done, { due: arrival(30) })),
    item(
      'meet-referent',
      'Rencontrer le référent technique du service, s’il existe',
      'Meet the technical referent of the service, if any',
      done,
      {
        due: arrival(15),
      },
    ),
  ],
};

const field: Section = {
  key: 'field',
  phase: 'arrival',
  title: both('Découvrir le métier, se faire connaître', 'Discover the field, become known'),
  items: [
    item('immersion', 'Partir en immersion sur le terrain', 'Spend time in the field', yesNo, {
      due: arrival(21),
      why: both(
        'C’est là que se trouvent les futurs utilisateurs et la mesure de l’utilité.',
        'This is where future users are, and where usefulness is measured.',
      ),
    }),
    item('video', 'Tourner une courte vidéo de présentation', 'Make a short presentation video', question, {
      doer: 'fellow',
      due: arrival(45),
    }),
    item('lunches', 'Organiser des déjeuners avec les services', 'Hold lunches with the services', yesNo, {
      due: arrival(30),
    }),
    item(
      'poster',
      'Afficher qui est là et pourquoi, près du bureau',
      'Put up a poster by the desk: who is here and why',
      done,
      { doer: 'fellow', due: arrival(15) },
    ),
  ],
};

const programme: Section = {
  key: 'programme',
  phase: 'arrival',
  title: both('Entrer dans l’accompagnement', 'Join the support programme'),
  items: [
    item('calendar', 'Noter le calendrier des sessions', 'Note the calendar of sessions', done, { due: arrival(7) }),
    item(
      'wishes',
      'Dire vos besoins et vos idées à l’équipe du programme',
      'Tell the programme’s team your needs and ideas',
      text,
      { doer: 'fellow', due: arrival(21) },
    ),
  ],
};

const rituals: Section = {
  key: 'rituals',
  phase: 'throughout',
  title: both('Installer des rituels', 'Set up rituals'),
  intro: both(
    'Les EIG ne sont ni prestataires, ni seuls maîtres de la feuille de route : le dialogue a besoin d’un rythme.',
    'Fellows are neither contractors nor sole masters of the roadmap: dialogue needs a rhythm.',
  ),
  items: [
    item('weekly', 'Tenir un point chaque semaine', 'Hold a weekly point', yesNo, { due: arrival(14) }),
    item(
      'roadmap',
      'Afficher la feuille de route des prochains mois',
      'Put the roadmap of the coming months on the wall',
      done,
      { doer: 'fellow', due: arrival(30) },
    ),
    item('peer-training', 'Organiser des formations entre pairs', 'Hold peer training', question, { due: arrival(60) }),
    item(
      'review-roadmap',
      'Relire ensemble la feuille de route à mi-parcours',
      'Review the roadmap together at mid-term',
      done,
      {
        due: arrival(150),
        attester: 'strategic_mentor',
      },
    ),
  ],
};

const support: Section = {
  key: 'support',
  phase: 'throughout',
  title: both('S’appuyer sur les promotions précédentes', 'Lean on earlier cohorts'),
  items: [
    item(
      'find-alumni',
      'Chercher qui a travaillé avec cette administration ou sur ce sujet',
      'Find who worked with this administration or on this subject',
      done,
      { due: arrival(15) },
    ),
    item('ask-alumni', 'Demander une mise en relation', 'Ask for an introduction', text, {
      optional: true,
      after: ['find-alumni'],
    }),
  ],
};

const documents: Section = {
  key: 'documents',
  phase: 'throughout',
  title: both('Partager les documents utiles', 'Share useful documents'),
  items: [
    item('expenses', 'Donner le modèle de note de frais', 'Hand over the expense claim form', done, {
      due: arrival(7),
      resources: ['note-de-frais'],
    }),
    item('telework-form', 'Faire signer l’autorisation de télétravail', 'Have the telework form signed', yesNo, {
      per: 'fellow',
      due: arrival(15),
      resources: ['teletravail'],
    }),
    item(
      'confidentiality',
      'Rappeler les droits et devoirs, confidentialité comprise',
      'Recall rights and duties, confidentiality included',
      done,
      {
        per: 'fellow',
        due: arrival(7),
        attester: 'fellow',
        resources: ['confidentialite'],
      },
    ),
  ],
};

export const guide: ChecklistDefinitionInput = {
  title: both('Accueillir une équipe : le guide complet', 'Welcoming a team: the full guide'),
  intro: both(
    'Tout le guide des mentors, en actes : avant, à l’arrivée, tout au long du défi.',
    'The whole guide for mentors, as things to do: before, on arrival, all along the challenge.',
  ),
  phases: [
    { key: 'before', title: both('Avant l’arrivée', 'Before arrival') },
    { key: 'arrival', title: both('À l’arrivée', 'On arrival') },
    { key: 'throughout', title: both('Tout au long du défi', 'Throughout the challenge') },
  ],
  sections: [...guideBefore, allies, field, programme, rituals, support, documents],
};
