import type { ChecklistDefinitionInput } from '@/lib/onboarding/schema';
import { both, departure, done, item, question, remarks, type Section, text, yesNo } from './write';

// What has to be left in order: each due day is counted from the end of the contracts.

const handover: Section = {
  key: 'handover',
  phase: 'leaving',
  title: both('Passer le relais', 'Hand over'),
  items: [
    item('successor', 'Nommer qui reprend le produit', 'Name who takes the product over', text, {
      due: departure(-90),
      doer: 'strategic_mentor',
      blocking: true,
    }),
    item('handover-sessions', 'Former la personne qui reprend', 'Train the person taking over', yesNo, {
      due: departure(-30),
      doer: 'fellow',
      attester: 'operational_mentor',
      after: ['successor'],
    }),
    item(
      'maintenance',
      'Décider qui maintient et qui paie l’hébergement',
      'Decide who maintains and who pays for hosting',
      yesNo,
      { due: departure(-60), blocking: true },
    ),
    item('users-told', 'Prévenir les utilisateurs de ce qui change', 'Tell users what changes', done, {
      due: departure(-15),
    }),
  ],
};

const publication: Section = {
  key: 'publication',
  phase: 'leaving',
  title: both('Publier', 'Publish'),
  items: [
    item('code-published', 'Publier le code avec sa licence', 'Publish the code with its licence', yesNo, {
      due: departure(-30),
      doer: 'fellow',
      attester: 'operational_mentor',
      resources: ['ouvrir-le-code'],
    }),
    item('data-published', 'Publier les données qui peuvent l’être', 'Publish the data that can be', question, {
      due: departure(-30),
      doer: 'fellow',
    }),
    item(
      'docs-written',
      'Écrire la documentation d’installation et d’usage',
      'Write the installation and user documentation',
      yesNo,
      { due: departure(-21), doer: 'fellow', attester: 'operational_mentor' },
    ),
    item(
      'story',
      'Raconter le défi : ce qui a marché, ce qu’on ferait autrement',
      'Tell the story: what worked, what one would do differently',
      text,
      { due: departure(-7), doer: 'fellow' },
    ),
  ],
};

const accounts: Section = {
  key: 'accounts',
  phase: 'leaving',
  title: both('Comptes et accès', 'Accounts and access'),
  items: [
    item(
      'accounts-listed',
      'Lister les comptes, clés et domaines',
      'List accounts, keys and domains',
      {
        kind: 'table',
        columns: [
          { key: 'service', label: both('Service', 'Service') },
          { key: 'owner', label: both('Repris par', 'Taken over by') },
        ],
      },
      { due: departure(-21), doer: 'fellow' },
    ),
    item(
      'accounts-moved',
      'Transférer les comptes à l’administration',
      'Move the accounts to the administration',
      yesNo,
      { due: departure(-7), doer: 'fellow', attester: 'operational_mentor', after: ['accounts-listed'] },
    ),
    item('accounts-closed', 'Fermer les accès', 'Close the access', done, {
      per: 'fellow',
      due: departure(1),
      doer: 'it',
    }),
  ],
};

const leaving: Section = {
  key: 'leaving',
  phase: 'leaving',
  title: both('Départ', 'Departure'),
  items: [
    item('equipment', 'Rendre le matériel', 'Return the equipment', done, {
      per: 'fellow',
      due: departure(0),
      doer: 'fellow',
      attester: 'operational_mentor',
    }),
    item('paperwork', 'Remettre les documents de fin de contrat', 'Hand over the end-of-contract documents', done, {
      per: 'fellow',
      due: departure(7),
      doer: 'hr',
    }),
    item(
      'next',
      'Dire la suite : prolongation, embauche, autre chose',
      'Say what comes next: extension, hiring, something else',
      {
        kind: 'choice',
        options: [
          { value: 'extended', label: both('Prolongation', 'Extension') },
          { value: 'hired', label: both('Embauche dans l’administration', 'Hired by the administration') },
          { value: 'elsewhere', label: both('Autre projet', 'Something else') },
          { value: 'unknown', label: both('Je ne sais pas encore', 'Not known yet') },
        ],
      },
      { per: 'fellow', due: departure(-15), doer: 'fellow' },
    ),
    item('goodbye', 'Dire au revoir, et merci', 'Say goodbye, and thank you', done, { due: departure(0) }),
    ...remarks('leaving'),
  ],
};

export const departureList: ChecklistDefinitionInput = {
  title: both('Préparer le départ', 'Prepare the departure'),
  intro: both(
    'Ce qui doit rester quand l’équipe s’en va : un produit repris, un code ouvert, des comptes en ordre.',
    'What has to remain when the team leaves: a product taken over, open code, accounts in order.',
  ),
  phases: [{ key: 'leaving', title: both('Avant de partir', 'Before leaving') }],
  sections: [handover, publication, accounts, leaving],
};
