import { type Localized, type Rubric, type RubricInput, rubricSchema } from './schema';

const one = { min: 1, max: 4, step: 1 };
const zeroToFive = { min: 0, max: 5, step: 1 };
const oneToFive = { min: 1, max: 5, step: 1 };
const open = { names: false, organisations: false, attachments: false };

const satisfaction = [
  { mark: 1, label: { fr: 'Pas du tout satisfaisant', en: 'Not at all satisfactory' } },
  { mark: 2, label: { fr: 'Peu satisfaisant', en: 'Barely satisfactory' } },
  { mark: 3, label: { fr: 'Satisfaisant', en: 'Satisfactory' } },
  { mark: 4, label: { fr: 'Excellent', en: 'Excellent' } },
];
const strength = [
  { mark: 0, label: { fr: 'Absent', en: 'Absent' } },
  { mark: 1, label: { fr: 'Très faible', en: 'Very weak' } },
  { mark: 2, label: { fr: 'Faible', en: 'Weak' } },
  { mark: 3, label: { fr: 'Correct', en: 'Fair' } },
  { mark: 4, label: { fr: 'Bon', en: 'Good' } },
  { mark: 5, label: { fr: 'Excellent', en: 'Excellent' } },
];
const favourable = [
  { key: 'favourable', label: { fr: 'Avis favorable', en: 'In favour' }, leaning: 'for' as const },
  { key: 'unfavourable', label: { fr: 'Avis défavorable', en: 'Against' }, leaning: 'against' as const },
];

function criterion(
  key: string,
  fr: string,
  en: string,
  description: Localized,
  scale = zeroToFive,
  anchors = strength,
) {
  return { key, label: { fr, en }, description, scale, anchors };
}

/** Guide of the jury of cohort 4 (24–25 March 2020): five collective marks from 1 to 4, then a general grid per panel. */
const cohort4Hearing: RubricInput = {
  key: 'cohort4_hearing',
  label: { fr: 'Audition des défis, promotion 4', en: 'Challenge hearings, cohort 4' },
  stage: 'hearing',
  marking: 'collective',
  total: 'mean',
  abstention: false,
  criteria: [
    criterion(
      'potential',
      'Potentiel du défi',
      'Potential of the challenge',
      {
        fr: 'Ce que le défi peut changer pour ses usagers et pour l’action publique.',
        en: 'What the challenge can change for its users and for public action.',
      },
      one,
      satisfaction,
    ),
    criterion(
      'public_team',
      'Qualité de l’équipe publique',
      'Quality of the public team',
      {
        fr: 'Disponibilité, compétences et soutien des mentors et de leur administration.',
        en: 'Availability, skills and backing of the mentors and their administration.',
      },
      one,
      satisfaction,
    ),
    criterion(
      'innovation',
      'Caractère innovant',
      'Innovation',
      { fr: 'Nouveauté de l’approche ou des usages proposés.', en: 'Novelty of the approach or of the uses proposed.' },
      one,
      satisfaction,
    ),
    criterion(
      'definition',
      'Définition du défi et cohérence de l’équipe',
      'Definition of the challenge and coherence of the team',
      {
        fr: 'Un périmètre clair, tenable en dix mois, et des profils qui lui correspondent.',
        en: 'A clear scope, feasible in ten months, and profiles that fit it.',
      },
      one,
      satisfaction,
    ),
    criterion(
      'motivation',
      'Motivation et garanties',
      'Motivation and guarantees',
      {
        fr: 'Envie de mener le défi et garanties données : données, moyens, suite.',
        en: 'Will to carry the challenge and guarantees given: data, means, continuation.',
      },
      one,
      satisfaction,
    ),
  ],
  opinion: { comment: 'optional' },
  generalGrid: { verdicts: favourable, verdictRequired: true, rank: true, favourite: true, comment: 'required' },
  anonymity: open,
  othersVisible: 'always',
};

/** Call of cohort 6: five criteria of equal weight. */
const cohort6Hearing: RubricInput = {
  key: 'cohort6_hearing',
  label: { fr: 'Jury des défis, promotion 6', en: 'Challenge jury, cohort 6' },
  stage: 'hearing',
  marking: 'individual',
  total: 'mean',
  criteria: [
    criterion('need', 'Pertinence du besoin', 'Relevance of the need', {
      fr: 'Le problème est réel, documenté, et ses bénéficiaires sont identifiés.',
      en: 'The problem is real and documented, and its beneficiaries are identified.',
    }),
    criterion('entrepreneurial', 'Caractère entrepreneurial', 'Entrepreneurial character', {
      fr: 'Le projet laisse de l’autonomie et une place à l’expérimentation.',
      en: 'The project leaves autonomy and room to experiment.',
    }),
    criterion('commitment', 'Engagement de la structure d’accueil', 'Commitment of the host', {
      fr: 'Portage, moyens, accès aux données et aux utilisateurs.',
      en: 'Backing, means, access to data and to users.',
    }),
    criterion('transformation', 'Transformation numérique', 'Digital transformation', {
      fr: 'Effets durables sur les outils, les compétences et les pratiques de l’administration.',
      en: 'Lasting effects on the administration’s tools, skills and ways of working.',
    }),
    criterion('openness', 'Ouverture', 'Openness', {
      fr: 'Logiciel libre, données ouvertes, partage avec d’autres administrations.',
      en: 'Open source, open data, sharing with other administrations.',
    }),
  ],
  opinion: { verdicts: favourable, verdictRequired: true, rank: false, favourite: true, comment: 'required' },
  anonymity: open,
  othersVisible: 'after_own',
};

/** Review of candidates in cohort 5: three texts marked 1 to 5, a general impression, and favourite / neutral / unfavourable. */
const cohort5Candidates: RubricInput = {
  key: 'cohort5_candidates',
  label: { fr: 'Lecture des candidatures, promotion 5', en: 'Review of candidates, cohort 5' },
  stage: 'preselection',
  marking: 'individual',
  total: 'mean',
  criteria: [
    ['text_1', 'Premier texte', 'First text'],
    ['text_2', 'Deuxième texte', 'Second text'],
    ['text_3', 'Troisième texte', 'Third text'],
    ['impression', 'Impression générale', 'General impression'],
  ].map(([key, fr, en]) => ({
    key: key!,
    label: { fr: fr!, en: en! },
    scale: oneToFive,
    inTotal: key !== 'impression',
  })),
  opinion: {
    verdicts: [
      { key: 'favourite', label: { fr: 'Coup de cœur', en: 'Favourite' }, leaning: 'for' },
      { key: 'neutral', label: { fr: 'Neutre', en: 'Neutral' }, leaning: 'neutral' },
      { key: 'unfavourable', label: { fr: 'Défavorable', en: 'Unfavourable' }, leaning: 'against' },
    ],
    verdictRequired: true,
    comment: 'optional',
  },
  anonymity: open,
  othersVisible: 'after_own',
};

/** Pre-selection of candidates in cohort 6: anonymous, six criteria from 0 to 5, averaged. The report does not print the six: these are a start to edit. */
const cohort6Candidates: RubricInput = {
  key: 'cohort6_candidates',
  label: {
    fr: 'Présélection anonyme des candidatures, promotion 6',
    en: 'Anonymous pre-selection of candidates, cohort 6',
  },
  stage: 'preselection',
  marking: 'individual',
  total: 'mean',
  criteria: [
    criterion('skills', 'Compétences du métier', 'Professional skills', {
      fr: 'Maîtrise des savoir-faire du profil demandé.',
      en: 'Command of the skills the profile calls for.',
    }),
    criterion('experience', 'Expérience', 'Experience', {
      fr: 'Réalisations menées, quelle que soit leur forme.',
      en: 'Work carried out, whatever its form.',
    }),
    criterion('motivation', 'Motivation', 'Motivation', {
      fr: 'Raisons de rejoindre le programme.',
      en: 'Reasons for joining the programme.',
    }),
    criterion('public_interest', 'Sens de l’intérêt général', 'Sense of the public interest', {
      fr: 'Attention aux usagers et à l’utilité de l’action publique.',
      en: 'Care for users and for the usefulness of public action.',
    }),
    criterion('autonomy', 'Autonomie', 'Autonomy', {
      fr: 'Capacité à avancer dans un cadre incertain.',
      en: 'Ability to move forward in an uncertain setting.',
    }),
    criterion('teamwork', 'Travail en équipe', 'Teamwork', {
      fr: 'Coopération avec d’autres métiers, partage et écoute.',
      en: 'Cooperation with other professions, sharing and listening.',
    }),
  ],
  opinion: { comment: 'optional' },
  anonymity: { names: true, organisations: true, attachments: true },
  othersVisible: 'after_own',
};

export const rubricTemplates: readonly Rubric[] = [
  cohort4Hearing,
  cohort6Hearing,
  cohort5Candidates,
  cohort6Candidates,
].map((template) => rubricSchema.parse(template));

export function rubricTemplate(key: string): Rubric | undefined {
  return rubricTemplates.find((template) => template.key === key);
}
