import { arrival, both, done, item, question, type Section, text, yesNo } from './write';

// The guide for mentors, first phase: what is prepared before anyone arrives.

const data: Section = {
  key: 'data',
  phase: 'before',
  title: both('Donner accès aux données', 'Give access to the data'),
  intro: both(
    'Les obstacles y sont plus nombreux qu’on ne croit : commencez par là.',
    'There are more obstacles here than one thinks: start with this.',
  ),
  items: [
    item(
      'data-inventory',
      'Lister les données nécessaires',
      'List the data needed',
      {
        kind: 'table',
        columns: [
          { key: 'name', label: both('Jeu de données', 'Data set') },
          { key: 'form', label: both('Forme (API, export, fichiers)', 'Form (API, export, files)') },
          { key: 'holder', label: both('Qui les détient', 'Who holds it') },
          { key: 'documentation', label: both('Documentation', 'Documentation') },
        ],
      },
      { due: arrival(-60) },
    ),
    item('data-request', 'Demander les accès', 'Ask for access', yesNo, {
      due: arrival(-60),
      after: ['data-inventory'],
      blocking: true,
      why: both(
        'API publique ou privée, export d’une base, fichiers à la demande : chaque forme a son circuit, souvent long.',
        'Public or private API, database export, files on request: each form has its own, often long, path.',
      ),
      resources: ['acceder-aux-donnees'],
    }),
    item('data-ready', 'Vérifier que les données sont accessibles', 'Check that the data can be reached', yesNo, {
      due: arrival(-7),
      after: ['data-request'],
      blocking: true,
    }),
    item('data-docs', 'Classer la documentation technique', 'File the technical documentation', yesNo, {
      due: arrival(-15),
      help: both(
        'Schémas de données, procédures d’utilisation, et ce qui manque encore.',
        'Data schemas, procedures, and what is still missing.',
      ),
    }),
    item(
      'story-docs',
      'Réunir ce qui raconte l’histoire du défi',
      'Gather what tells the story of the challenge',
      yesNo,
      {
        due: arrival(-15),
        help: both(
          'Entretiens avec des utilisateurs, maquettes, essais passés, notes.',
          'User interviews, mock-ups, past trials, notes.',
        ),
      },
    ),
    item('data-allies', 'Appeler les alliés quand ça coince', 'Call on allies when it gets stuck', text, {
      optional: true,
      help: both(
        'L’équipe du programme pour une expertise juridique ou technique ; dans le ministère : l’administrateur des données, les affaires juridiques, les directions métiers qui produisent les données, les correspondants open data.',
        'The programme’s team for legal or technical advice; in the ministry: the data officer, legal affairs, the directorates that produce the data, the open-data correspondents.',
      ),
    }),
  ],
};

const workstation: Section = {
  key: 'workstation',
  phase: 'before',
  title: both('Préparer les postes de travail', 'Prepare the workstations'),
  items: [
    item(
      'needs',
      'Dire mes besoins de poste de travail',
      'Say what workstation I need',
      { kind: 'workstation' },
      {
        per: 'fellow',
        doer: 'fellow',
        due: arrival(-45),
      },
    ),
    item(
      'own-machine',
      'Autoriser les machines personnelles à se connecter',
      'Allow personal machines to connect',
      question,
      {
        doer: 'it',
        due: arrival(-30),
        after: ['needs'],
        help: both(
          'Si quelqu’un vient avec sa machine, mettez-la en contact avec le service informatique dès maintenant.',
          'If someone brings their own machine, put them in touch with the IT department now.',
        ),
      },
    ),
    item('designer-software', 'Commander les logiciels de design', 'Order the design software', yesNo, {
      per: 'fellow',
      profiles: ['design'],
      due: arrival(-30),
      after: ['needs'],
      why: both('Les licences passent souvent par un marché.', 'Licences often go through a procurement contract.'),
    }),
    item('data-memory', 'Prévoir 16 à 32 Go de mémoire', 'Plan 16 to 32 GB of memory', yesNo, {
      per: 'fellow',
      profiles: ['data', 'donnees', 'geo'],
      due: arrival(-30),
      after: ['needs'],
    }),
    item('developer-system', 'Installer le système demandé', 'Install the system asked for', yesNo, {
      per: 'fellow',
      profiles: ['dev'],
      due: arrival(-30),
      after: ['needs'],
      help: both('Souvent une distribution GNU/Linux ou macOS.', 'Often a GNU/Linux distribution or macOS.'),
    }),
    item(
      'screens',
      'Installer deux écrans de 17 à 19 pouces et un casque',
      'Set up two 17 to 19 inch screens and a headset',
      yesNo,
      {
        per: 'fellow',
        due: arrival(-7),
        why: both('Le casque compte en espace partagé.', 'The headset matters in a shared space.'),
      },
    ),
    item('small-budget', 'Trouver comment payer de petits achats', 'Find a way to pay for small purchases', question, {
      due: arrival(-15),
      help: both(
        'Serveurs, hébergement, petit matériel : qui peut acheter, jusqu’à combien, sous quel délai.',
        'Servers, hosting, small equipment: who can buy, up to how much, how fast.',
      ),
    }),
  ],
};

const internet: Section = {
  key: 'internet',
  phase: 'before',
  title: both('Ouvrir l’accès à Internet', 'Open Internet access'),
  items: [
    item('no-request', 'Ouvrir tous les sites sans démarche', 'Open every site without a request', yesNo, {
      doer: 'it',
      due: arrival(-15),
      blocking: true,
    }),
    item('ports', 'Ouvrir les ports 22 et 21 vers l’extérieur', 'Open outgoing ports 22 and 21', yesNo, {
      doer: 'it',
      due: arrival(-15),
    }),
    item(
      'second-line',
      'Prévoir une seconde connexion si les données sont sur un réseau fermé',
      'Plan a second connection when the data sit on a closed network',
      question,
      {
        doer: 'it',
        due: arrival(-15),
      },
    ),
    item(
      'network-check',
      'Vérifier l’accès depuis le bureau',
      'Check the access from the desk',
      { kind: 'network' },
      { due: arrival(-7), after: ['no-request', 'ports'] },
    ),
  ],
};

const communication: Section = {
  key: 'communication',
  phase: 'before',
  title: both('Faire connaître le défi', 'Make the challenge known'),
  items: [
    item('share-guides', 'Diffuser le site et les guides du programme', 'Share the programme’s site and guides', done, {
      due: arrival(-30),
    }),
    item('strategic-message', 'Annoncer le défi à tous les niveaux', 'Announce the challenge at every level', yesNo, {
      doer: 'strategic_mentor',
      due: arrival(-21),
      why: both(
        'Une annonce signée de haut ouvre des portes pendant dix mois.',
        'An announcement signed from the top opens doors for ten months.',
      ),
    }),
  ],
};

const itDepartment: Section = {
  key: 'it-department',
  phase: 'before',
  title: both('Embarquer le service informatique', 'Bring the IT department on board'),
  intro: both(
    'Un défi absent de la feuille de route de la DSI et de son cadre technique est un défi en danger.',
    'A challenge absent from the IT department’s roadmap and technical framework is a challenge at risk.',
  ),
  items: [
    item(
      'it-orientation',
      'Partager les orientations du défi avec la DSI',
      'Share the orientation of the challenge with IT',
      yesNo,
      { due: arrival(-45) },
    ),
    item('it-recruitment', 'Associer la DSI au recrutement', 'Involve IT in the recruitment', question, {
      due: arrival(-60),
    }),
    item(
      'it-calendar',
      'Fixer des points réguliers entre la DSI et l’équipe',
      'Set regular points between IT and the team',
      yesNo,
      { due: arrival(0) },
    ),
    item(
      'it-roadmap',
      'Inscrire le défi dans la feuille de route de la DSI',
      'Put the challenge on the IT roadmap',
      yesNo,
      { doer: 'strategic_mentor', due: arrival(30) },
    ),
  ],
};

export const guideBefore: Section[] = [data, workstation, internet, communication, itDepartment];
