import { attestation, inSection, lines, shortText, text } from './building';
import type { FormDefinitionInput } from './form';

/**
 * The dossier of cohort 4: a file judged on its five published criteria, with a pitch of at most 12 slides and a
 * financial simulation. Co-funding: total employer cost of four months.
 */
export const cohort4: FormDefinitionInput = {
  charactersPerLine: 90,
  titleField: 'projectName',
  organisationField: 'operator',
  sections: [
    inSection('administration', text('Administration', 'Administration'), [
      {
        type: 'organisation',
        id: 'operator',
        required: true,
        label: text('Administration d’accueil', 'Host administration'),
      },
      {
        type: 'organisation',
        id: 'administrator',
        label: text('Porteur administratif, si différent', 'Administrative backer, if different'),
      },
      { type: 'town', id: 'workSite', required: true, label: text('Lieu de travail', 'Work site') },
      {
        type: 'contact',
        id: 'operationalMentor',
        required: true,
        label: text('Mentor opérationnel', 'Operational mentor'),
      },
      {
        type: 'contact',
        id: 'strategicMentor',
        required: true,
        parts: ['firstName', 'lastName', 'role', 'entity', 'email'],
        label: text('Mentor de haut niveau', 'Strategic mentor'),
      },
    ]),
    inSection('challenge', text('Défi', 'Challenge'), [
      shortText('projectName', text('Nom du défi', 'Name of the challenge')),
      lines('summary', 5, text('Le défi en quelques phrases', 'The challenge in a few sentences')),
      lines(
        'potential',
        15,
        text('Potentiel', 'Potential'),
        text(
          'Le problème, les bénéficiaires, ce que le défi changera.',
          'The problem, who benefits, what the challenge will change.',
        ),
      ),
      lines('innovation', 10, text('Caractère innovant', 'Innovation')),
      lines('data', 10, text('Données et environnement technique', 'Data and technical environment')),
    ]),
    inSection('teamSection', text('Équipe', 'Team'), [
      lines(
        'publicTeam',
        10,
        text('L’équipe publique', 'The public team'),
        text(
          'Les personnes qui travailleront avec les EIG, et le temps qu’elles y consacrent.',
          'The people who will work with the fellows, and the time they give.',
        ),
      ),
      {
        type: 'group',
        id: 'profiles',
        required: true,
        min: 2,
        max: 3,
        label: text('Profils recherchés', 'Profiles wanted'),
        rowLabel: text('Profil', 'Profile'),
        fields: [
          {
            type: 'oneOf',
            id: 'profile',
            required: true,
            label: text('Profil', 'Profile'),
            options: [
              { value: 'developer', label: text('Développement', 'Developer') },
              { value: 'designer', label: text('Design', 'Designer') },
              { value: 'dataScientist', label: text('Science des données', 'Data scientist') },
            ],
          },
          { type: 'longText', id: 'missions', required: true, maxLines: 5, label: text('Missions', 'Tasks') },
        ],
      },
      lines(
        'deliverables',
        10,
        text('Définition du défi et livrables', 'Definition of the challenge and deliverables'),
      ),
    ]),
    inSection('commitment', text('Motivation et garanties', 'Motivation and guarantees'), [
      lines('motivation', 10, text('Motivation', 'Motivation')),
      lines(
        'guarantees',
        10,
        text('Garanties', 'Guarantees'),
        text(
          'Accès aux données, matériel, réseau, suites données au défi.',
          'Access to data, equipment, network, what follows the challenge.',
        ),
      ),
    ]),
    inSection('funding', text('Financement', 'Funding'), [
      {
        type: 'yesNo',
        id: 'coFunding',
        required: true,
        label: text('Demandez-vous le cofinancement ?', 'Are you asking for co-funding?'),
      },
      shortText('budgetProgramme', text('Numéro du programme budgétaire', 'Budget programme number'), {
        showIf: 'coFunding = yes',
      }),
      {
        type: 'file',
        id: 'simulation',
        required: true,
        types: ['ods', 'xlsx', 'pdf'],
        label: text('Simulation financière', 'Financial simulation'),
        help: text(
          'Le coût total employeur sur dix mois et la part demandée.',
          'The total employer cost over ten months and the share asked for.',
        ),
      },
    ]),
    inSection('pitchSection', text('Présentation', 'Pitch'), [
      {
        type: 'file',
        id: 'slides',
        required: true,
        types: ['pdf', 'odp', 'pptx'],
        maxBytes: 20_000_000,
        label: text('Présentation du défi', 'Pitch of the challenge'),
        help: text('12 diapositives au plus.', 'At most 12 slides.'),
      },
    ]),
  ],
  attestations: [
    attestation(
      'openSource',
      text(
        'Les codes sources et les données produits seront ouverts, dans le respect des secrets protégés par la loi.',
        'The source code and data produced will be open, within the secrets protected by law.',
      ),
    ),
  ],
};
