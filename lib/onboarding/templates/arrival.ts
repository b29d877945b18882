import type { ChecklistDefinitionInput } from '@/lib/onboarding/schema';
import { arrival, both, done, item, question, remarks, type Section, text, yesNo } from './write';

// The checklist that mentors really filled in: six sections, yes or no, then successes and difficulties.

const recruitment: Section = {
  key: 'recruitment',
  phase: 'before',
  title: both('Recrutement', 'Recruitment'),
  items: [
    item(
      'arrival-date',
      'Fixer la date d’arrivée',
      'Set the arrival date',
      { kind: 'date', sets: 'arrival' },
      {
        due: arrival(-60),
        blocking: true,
        why: both(
          'Toutes les autres échéances se calculent à partir de ce jour.',
          'Every other due date is counted from this day.',
        ),
      },
    ),
    item(
      'recruitment-started',
      'Lancer le recrutement avec les ressources humaines',
      'Start the recruitment with HR',
      yesNo,
      {
        due: arrival(-60),
        doer: 'operational_mentor',
        why: both(
          'Entre la demande et la signature, un contrat de dix mois prend souvent deux mois.',
          'From request to signature, a ten-month contract often takes two months.',
        ),
      },
    ),
    item('contracts-signed', 'Faire signer les contrats', 'Have the contracts signed', yesNo, {
      due: arrival(-15),
      blocking: true,
      after: ['recruitment-started'],
    }),
    ...remarks('recruitment'),
  ],
};

const data: Section = {
  key: 'data',
  phase: 'before',
  title: both('Accès aux données', 'Access to data'),
  items: [
    item('data-needed', 'Dire si le défi a besoin de données', 'Say whether the challenge needs data', question, {
      due: arrival(-60),
    }),
    item(
      'data-available',
      'Rendre les données disponibles le jour de l’arrivée',
      'Make the data available on arrival day',
      yesNo,
      {
        due: arrival(0),
        blocking: true,
        after: ['data-needed'],
        why: both(
          'C’est l’obstacle le plus fréquent : les circuits de validation sont longs et découverts trop tard.',
          'This is the most frequent obstacle: approvals take long and are discovered too late.',
        ),
        resources: ['acceder-aux-donnees'],
      },
    ),
    item(
      'data-form',
      'Préciser sous quelle forme',
      'Say in which form',
      {
        kind: 'choice',
        many: true,
        options: [
          { value: 'public-api', label: both('API publique', 'Public API') },
          { value: 'private-api', label: both('API privée', 'Private API') },
          { value: 'export', label: both('Export d’une base', 'Database export') },
          { value: 'files', label: both('Fichiers à la demande', 'Files on request') },
          { value: 'none', label: both('Le défi n’a pas besoin de données', 'The challenge needs no data') },
        ],
      },
      { due: arrival(-30), after: ['data-needed'] },
    ),
    item('data-documented', 'Réunir la documentation des données', 'Gather the documentation of the data', yesNo, {
      due: arrival(-15),
      why: both(
        'Schémas, procédures d’usage, et tout ce qui raconte l’histoire du défi : entretiens, maquettes, essais.',
        'Schemas, procedures, and whatever tells the story of the challenge: interviews, mock-ups, trials.',
      ),
    }),
    ...remarks('data'),
  ],
};

const environment: Section = {
  key: 'environment',
  phase: 'before',
  title: both('Environnement de travail', 'Work environment'),
  items: [
    item('desks', 'Réserver les bureaux', 'Book the desks', yesNo, { due: arrival(-30) }),
    item(
      'workstation-needs',
      'Dire mes besoins de poste de travail',
      'Say what workstation I need',
      { kind: 'workstation' },
      {
        per: 'fellow',
        doer: 'fellow',
        due: arrival(-45),
        why: both(
          'Votre mentor prépare le poste à partir de cette réponse : dites-la avant votre arrivée.',
          'Your mentor prepares the workstation from this answer: give it before you arrive.',
        ),
      },
    ),
    item('workstation-ready', 'Préparer le poste de travail', 'Prepare the workstation', yesNo, {
      per: 'fellow',
      due: arrival(-5),
      blocking: true,
      after: ['workstation-needs'],
      help: both(
        'Vous pouvez confier cette ligne au service informatique : la personne reçoit un lien et répond sans compte.',
        'You can hand this line to the IT department: the person gets a link and answers without an account.',
      ),
    }),
    item('budget', 'Prévoir un budget pour le petit matériel', 'Plan a budget for small equipment', question, {
      due: arrival(-15),
      why: both(
        'Serveurs, hébergement, câbles : des achats modestes qui bloquent des semaines.',
        'Servers, hosting, cables: small purchases that block for weeks.',
      ),
    }),
    item('telework', 'Autoriser le télétravail', 'Allow telework', question, {
      due: arrival(-15),
      resources: ['teletravail'],
    }),
    ...remarks('environment'),
  ],
};

const internet: Section = {
  key: 'internet',
  phase: 'before',
  title: both('Accès à Internet', 'Internet access'),
  items: [
    item('open-internet', 'Ouvrir un accès non bridé à Internet', 'Open an unrestricted Internet access', yesNo, {
      due: arrival(-15),
      doer: 'it',
      blocking: true,
      why: both(
        'Aucun site ne doit demander de démarche, et les ports 22 (SSH) et 21 (FTP) doivent être ouverts vers l’extérieur.',
        'No site may need a request, and outgoing ports 22 (SSH) and 21 (FTP) must be open.',
      ),
    }),
    item(
      'network-check',
      'Vérifier l’accès depuis le bureau',
      'Check the access from the desk',
      { kind: 'network' },
      {
        due: arrival(-7),
        after: ['open-internet'],
      },
    ),
    item(
      'internet-limits',
      'Décrire l’accès qui existe, s’il n’est pas ouvert',
      'Describe the access there is, when it is not open',
      text,
      {
        optional: true,
      },
    ),
    ...remarks('internet'),
  ],
};

const communication: Section = {
  key: 'communication',
  phase: 'before',
  title: both('Communication', 'Communication'),
  items: [
    item('announced', 'Annoncer le défi dans l’administration', 'Announce the challenge in the administration', yesNo, {
      due: arrival(-15),
      why: both(
        'Avec l’aide du mentor de haut niveau, l’annonce circule à tous les étages.',
        'With the strategic mentor’s help, the announcement reaches every level.',
      ),
    }),
    item('announced-how', 'Préciser comment', 'Say how', text, { due: arrival(0) }),
    ...remarks('communication'),
  ],
};

const welcome: Section = {
  key: 'welcome',
  phase: 'arrival',
  title: both('Accueil', 'Arrival'),
  items: [
    item('immersion', 'Organiser une immersion sur le terrain', 'Plan an immersion in the field', yesNo, {
      due: arrival(15),
    }),
    item('presentation', 'Présenter l’équipe aux services', 'Introduce the team to the services', yesNo, {
      due: arrival(7),
    }),
    item('presentation-how', 'Préciser sous quelle forme', 'Say in which form', text, { due: arrival(15) }),
    item('first-day', 'Accueillir en personne le premier jour', 'Welcome in person on the first day', done, {
      due: arrival(0),
    }),
    ...remarks('welcome'),
  ],
};

export const arrivalChecklist: ChecklistDefinitionInput = {
  title: both('Préparer l’arrivée', 'Prepare the arrival'),
  intro: both(
    'Six points à préparer avant que l’équipe arrive. Répondez au fur et à mesure ; rien n’est perdu, tout peut être rouvert.',
    'Six points to prepare before the team arrives. Answer as you go; nothing is lost, everything can be reopened.',
  ),
  phases: [
    { key: 'before', title: both('Avant l’arrivée', 'Before arrival') },
    { key: 'arrival', title: both('À l’arrivée', 'On arrival') },
  ],
  sections: [recruitment, data, environment, internet, communication, welcome],
};
