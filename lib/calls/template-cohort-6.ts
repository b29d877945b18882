import { attestation, inSection, lines, shortText, text } from './building';
import type { FormDefinitionInput } from './form';
import { cohort6Team } from './template-cohort-6-team';

/** The form of cohort 6: annex 2 of its call for projects (24 January – 18 March 2022), 11 sections, 33 questions. */
export const cohort6: FormDefinitionInput = {
  charactersPerLine: 90,
  titleField: 'projectName',
  organisationField: 'operator',
  sections: [
    inSection('administration', text('Administration', 'Administration'), [
      {
        type: 'organisation',
        id: 'operator',
        required: true,
        label: text('Porteur opérationnel du projet', 'Operational backer of the project'),
        help: text(
          'L’administration qui accueillera les EIG au quotidien.',
          'The administration that will host the fellows day to day.',
        ),
      },
      {
        type: 'organisation',
        id: 'administrator',
        required: true,
        label: text('Porteur administratif', 'Administrative backer'),
        help: text(
          'L’administration qui reçoit le cofinancement. Elle peut être la même.',
          'The administration that receives the co-funding. It may be the same one.',
        ),
      },
      lines(
        'partners',
        3,
        text('Partenaires', 'Partners'),
        text(
          'Les autres structures associées au projet, s’il y en a.',
          'Other bodies involved in the project, if any.',
        ),
        { required: false },
      ),
      {
        type: 'town',
        id: 'workSite',
        required: true,
        label: text('Lieu de travail des EIG', 'Where the fellows will work'),
        help: text('La ville et le code postal.', 'Town and postcode.'),
      },
    ]),
    inSection('funding', text('Financement', 'Funding'), [
      {
        type: 'yesNo',
        id: 'coFunding',
        required: true,
        label: text(
          'Demandez-vous le cofinancement du programme ?',
          'Are you asking for co-funding from the programme?',
        ),
        help: text(
          'Il suppose un programme budgétaire qui peut recevoir des crédits de titre 2.',
          'It needs a budget programme that can receive staff credits (titre 2).',
        ),
      },
      shortText('budgetProgramme', text('Numéro du programme budgétaire', 'Budget programme number'), {
        example: text('352', '352'),
        showIf: 'coFunding = yes',
      }),
    ]),
    inSection('contacts', text('Contacts', 'Contacts'), [
      {
        type: 'contact',
        id: 'sponsor',
        required: true,
        label: text('Sponsor du projet', 'Sponsor of the project'),
        help: text(
          'La personne de la direction qui soutient le projet : le mentor de haut niveau.',
          'The senior person who backs the project: the strategic mentor.',
        ),
      },
      {
        type: 'contact',
        id: 'projectLead',
        required: true,
        label: text('Porteur de projet', 'Project lead'),
        help: text(
          'La personne qui suivra les EIG chaque semaine : le mentor opérationnel.',
          'The person who will follow the fellows every week: the operational mentor.',
        ),
      },
      {
        type: 'contact',
        id: 'humanResources',
        required: true,
        label: text('Contact des ressources humaines', 'Human resources contact'),
      },
      {
        type: 'contact',
        id: 'management',
        required: true,
        label: text('Contact de gestion', 'Management contact'),
        help: text(
          'La personne qui suit les crédits et les conventions.',
          'The person who follows credits and agreements.',
        ),
      },
    ]),
    inSection('context', text('Contexte', 'Context'), [
      lines('mission', 5, text('Mission de votre administration', 'Your administration’s mission')),
      lines(
        'vision',
        5,
        text('Vision', 'Vision'),
        text(
          'Où voulez-vous que votre administration soit dans quelques années ?',
          'Where do you want your administration to be in a few years?',
        ),
      ),
    ]),
    inSection('project', text('Projet', 'Project'), [
      shortText('projectName', text('Nom du projet', 'Name of the project'), {
        help: text(
          'Un nom court, que l’on retient. Vous pourrez le changer ensuite.',
          'A short name that is easy to remember. You can change it later.',
        ),
      }),
      lines('problem', 2, text('Problème à résoudre', 'Problem to solve')),
      lines(
        'beneficiaries',
        5,
        text('Bénéficiaires', 'Beneficiaries'),
        text(
          'Qui rencontre ce problème, combien de personnes, à quelle fréquence ?',
          'Who has this problem, how many people, how often?',
        ),
      ),
      lines(
        'pitch',
        5,
        text('Le projet en quelques phrases', 'Elevator pitch'),
        text(
          'Ce que vous diriez du projet le temps d’un trajet en ascenseur.',
          'What you would say of the project during a lift ride.',
        ),
      ),
    ]),
    inSection('strategy', text('Stratégie', 'Strategy'), [
      lines('policyStakes', 5, text('Enjeux de politique publique', 'Public policy stakes')),
      lines('transformationStakes', 5, text('Enjeux de transformation numérique', 'Digital transformation stakes')),
      lines(
        'ethicalLegalFrame',
        5,
        text('Cadre éthique et juridique', 'Ethical and legal frame'),
        text(
          'Données personnelles, secrets protégés, algorithmes : ce qui encadre le projet.',
          'Personal data, protected secrets, algorithms: what frames the project.',
        ),
      ),
      lines(
        'openness',
        5,
        text('Ouverture', 'Openness'),
        text(
          'Données, codes sources, méthodes : ce que le projet ouvrira.',
          'Data, source code, methods: what the project will open.',
        ),
      ),
    ]),
    inSection('scoping', text('Cadrage', 'Scoping'), [
      lines(
        'hypothesis',
        10,
        text('Hypothèse privilégiée', 'Preferred hypothesis'),
        text('La solution que vous imaginez aujourd’hui.', 'The solution you have in mind today.'),
      ),
      lines('discarded', 5, text('Hypothèses écartées', 'Discarded hypotheses')),
      lines('risks', 5, text('Risques', 'Risks')),
      lines('progress', 5, text('État d’avancement', 'Progress so far')),
    ]),
    inSection('value', text('Valeur', 'Value'), [
      lines('measures', 5, text('Mesures du succès', 'Measures of success')),
      lines('outcomes', 10, text('Résultats attendus après le programme', 'Expected outcomes after the programme')),
    ]),
    cohort6Team,
    inSection('ecosystem', text('Écosystème', 'Ecosystem'), [
      lines('stakeholders', 5, text('Parties prenantes', 'Stakeholders')),
      lines(
        'integration',
        5,
        text('Intégration dans l’existant', 'Integration with what exists'),
        text(
          'Systèmes d’information, services et démarches que le projet rencontre.',
          'Information systems, services and procedures the project meets.',
        ),
      ),
      lines(
        'datasets',
        5,
        text('Jeux de données', 'Datasets'),
        text(
          'Ceux que le projet utilise, et comment les EIG y auront accès.',
          'Those the project uses, and how the fellows will get access.',
        ),
      ),
    ]),
    inSection('motivationSection', text('Motivation', 'Motivation'), [
      lines('motivation', 10, text('Pourquoi rejoindre le programme ?', 'Why join the programme?')),
    ]),
  ],
  attestations: [
    attestation(
      'outsideWork',
      text(
        'L’administration permet aux EIG de travailler hors les murs, avec les autres équipes de la promotion.',
        'The administration lets the fellows work outside its walls, with the other teams of the cohort.',
      ),
    ),
    attestation(
      'dataAvailable',
      text(
        'Les données nécessaires au projet seront disponibles à l’arrivée des EIG.',
        'The data the project needs will be available when the fellows arrive.',
      ),
    ),
    attestation(
      'openSource',
      text(
        'Les codes sources et les données produits seront ouverts, dans le respect des secrets protégés par la loi.',
        'The source code and data produced will be open, within the secrets protected by law.',
      ),
    ),
  ],
  consistency: [
    {
      id: 'profilesMatchFellows',
      field: 'profiles',
      when: 'count(profiles) > 0 and count(profiles) != fellowCount',
      message: text('Décrivez autant de profils que d’EIG souhaités.', 'Describe as many profiles as fellows wanted.'),
    },
  ],
};
