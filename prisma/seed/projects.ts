/** A project of the demo: titles, bodies and towns of past challenges are facts; every sentence is written for the demo. */
export type Project = {
  title: string;
  tagline: string;
  problem: string;
  host: string;
  town: [name: string, postcode: string];
  skills: string[];
  theme: string;
};

const p = (title: string, tagline: string, problem: string, host: string, town: [string, string], skills: string[], theme: string): Project => ({
  title, tagline, problem, host, town, skills, theme,
});

const PARIS = (postcode: string): [string, string] => ['Paris', postcode];

export const PAST: Record<string, Project[]> = {
  '3': [
    p('CartoBio', 'Une carte des parcelles bio, tenue à jour par celles et ceux qui les cultivent', 'Personne ne sait dire où sont les parcelles conduites en agriculture biologique.', 'ministere-transition-ecologique', ['Montreuil', '93100'], ['dev', 'datascience'], 'Environnement'),
    p('Plume', 'Un outil d’écriture et de contrôle pour les juridictions financières', 'Les rapports se rédigent à plusieurs dans des fichiers que l’on s’envoie par courriel.', 'cour-des-comptes', PARIS('75001'), ['dev', 'design', 'datascience'], 'Finances publiques'),
    p('Open Justice', 'Publier les décisions de justice sans exposer les personnes', 'Effacer les noms à la main prend plus d’une heure par décision.', 'cour-de-cassation', PARIS('75001'), ['dev', 'datascience'], 'Justice'),
    p('Polygraphe', 'Repérer les faux avis en ligne', 'Les enquêtes partent d’un signalement, jamais d’un faisceau d’indices.', 'dgccrf', PARIS('75013'), ['dev', 'datascience'], 'Économie'),
    p('DataReg', 'Tirer le meilleur des données de la régulation', 'Les mesures de qualité des réseaux sont publiées, mais peu lisibles.', 'arcep', PARIS('75012'), ['dev', 'geomatique'], 'Numérique public'),
  ],
  '4': [
    p('ADEX', 'Rendre visibles les liens d’intérêts en santé', 'Vérifier les déclarations d’une personne experte demande de croiser plusieurs bases.', 'has', ['Saint-Denis', '93200'], ['dev', 'design', 'datascience'], 'Santé'),
    p('Atlas Culture', 'Voir d’un coup d’œil la vie culturelle d’un territoire', 'Les chiffres existent, dispersés entre des dizaines de services.', 'ministere-culture', PARIS('75001'), ['dev', 'design'], 'Culture'),
    p('CapQualif', 'Remettre leur titre aux marins sans dossier papier', 'Un titre de formation demande trois envois postaux et deux mois.', 'affaires-maritimes', ['La Défense', '92400'], ['dev', 'design'], 'Mer'),
    p('Datalympics', 'Suivre l’argent public des Jeux, euro par euro', 'Les crédits engagés sont suivis dans des tableurs que personne ne peut rapprocher.', 'direction-budget', PARIS('75012'), ['dev', 'design', 'dataengineering'], 'Finances publiques'),
    p('DataMed', 'Ouvrir les données sur les médicaments', 'Les données d’effets indésirables ne se consultent que sur demande.', 'ansm', ['Saint-Denis', '93200'], ['dev', 'design', 'datascience'], 'Santé'),
    p('MonitorFish', 'Aider au contrôle de la pêche en mer', 'Les agents croisent cinq écrans pour décider quel navire contrôler.', 'affaires-maritimes', ['Étel', '56410'], ['dev', 'design', 'geomatique'], 'Mer'),
    p('SIANCE', 'Chercher dans vingt ans de lettres d’inspection', 'L’expérience des inspections dort dans des milliers de courriers.', 'asn', ['Montrouge', '92120'], ['dev', 'datascience'], 'Environnement'),
    p('Open Collectivités', 'Les statistiques d’une commune en une page', 'Comparer deux communes suppose de savoir où chercher.', 'dgcl', PARIS('75008'), ['dev', 'design'], 'Territoires'),
    p('Opérations 18', 'Placer les engins là où ils serviront', 'La couverture opérationnelle se décide encore sur une carte murale.', 'bspp', PARIS('75017'), ['dev', 'dataengineering', 'datascience'], 'Sécurité civile'),
  ],
  '5': [
    p('Gobelins', 'Révéler les richesses du Mobilier national', 'Cent mille objets décrits dans un inventaire que le public ne voit pas.', 'mobilier-national', PARIS('75013'), ['dev', 'design'], 'Culture'),
    p('b@liseNAV', 'Une carte marine augmentée', 'Les informations nautiques sont éparpillées entre huit publications.', 'shom', ['Brest', '29200'], ['dev', 'geomatique'], 'Mer'),
    p('Brigade numérique', 'Joindre la gendarmerie à toute heure, par écrit', 'L’accueil en brigade ferme le soir, les questions non.', 'gendarmerie', ['Rennes', '35000'], ['dev', 'design'], 'Sécurité civile'),
    p('Signaux Faibles', 'Aider les entreprises avant qu’il soit trop tard', 'On découvre les difficultés d’une entreprise au moment de sa défaillance.', 'dge', ['Dijon', '21000'], ['dev', 'datascience'], 'Économie'),
    p('Sequoia IGN', 'Comprendre l’état d’un territoire naturel depuis son téléphone', 'L’information environnementale est exacte, mais illisible hors des services.', 'ign', ['Saint-Mandé', '94160'], ['dev', 'design'], 'Environnement'),
  ],
};

/** Cohort 6: the one that is running. */
export const RUNNING: Project[] = [
  p('Enki', 'Informer les secours pendant la crise, pas après', 'Lors d’une crue, chaque service tient sa propre main courante.', 'ansc', PARIS('75013'), ['dev', 'design', 'geomatique'], 'Sécurité civile'),
  p('LABEL', 'Annoter les décisions de justice à plusieurs', 'Relire la pseudonymisation d’une décision repose sur deux personnes.', 'cour-de-cassation', PARIS('75001'), ['dev', 'design'], 'Justice'),
  p('NEOTac', 'Préparer une patrouille avec les données du terrain', 'Les équipages partent avec des consignes de la veille.', 'gendarmerie', ['Issy-les-Moulineaux', '92130'], ['dev', 'design', 'datascience'], 'Sécurité civile'),
  p('SSP Datalab', 'Un atelier de données pour la statistique publique', 'Chaque service statistique refait les mêmes outils de codification.', 'insee', ['Montrouge', '92120'], ['dev', 'datascience'], 'Numérique public'),
  p('France Transition', 'Trouver les aides à la transition écologique', 'Une commune doit lire trente guides pour connaître ses droits.', 'cgdd', ['La Défense', '92400'], ['dev', 'design'], 'Environnement'),
  p('Catalogage libre', 'Décrire les collections de demain', 'L’outil de catalogage ne connaît que les livres imprimés.', 'bnf', PARIS('75013'), ['dev', 'design'], 'Culture'),
];

/** Proposals: cohort 7 is before its jury, cohort 8 has its call open. Titles and texts are invented. */
export const PROPOSED: Project[] = [
  p('Marées vertes', 'Prévoir les échouages d’algues trois jours à l’avance', 'Les communes littorales ramassent dans l’urgence, sans prévision.', 'departement-finistere', ['Quimper', '29000'], ['datascience', 'geomatique'], 'Environnement'),
  p('Lits ouverts', 'Savoir où il reste une place à l’hôpital', 'Les services appellent en moyenne sept établissements pour un transfert.', 'chu-nantes', ['Nantes', '44000'], ['dev', 'design'], 'Santé'),
  p('Cadastre vivant', 'Voir changer une parcelle au fil des années', 'Les agents comparent à l’œil deux photographies aériennes.', 'dgfip', PARIS('75012'), ['dev', 'geomatique'], 'Territoires'),
  p('Voix du greffe', 'Comprendre où en est son affaire', 'Un appel sur deux au greffe demande seulement une date d’audience.', 'ministere-justice', PARIS('75001'), ['dev', 'design', 'lawyer'], 'Justice'),
  p('Marchés lisibles', 'Écrire un marché public sans recopier le précédent', 'Les acheteurs repartent d’un vieux document et héritent de ses erreurs.', 'dge', PARIS('75013'), ['dev', 'design', 'lawyer'], 'Économie'),
  p('Classe ouverte', 'Aider un élève au moment où il décroche', 'Les alertes arrivent après le conseil de classe.', 'ministere-education', PARIS('75007'), ['design', 'datascience'], 'Éducation'),
  p('Trait de côte', 'Anticiper le recul du littoral, maison par maison', 'Les cartes de risque s’arrêtent à la commune.', 'ign', ['Saint-Mandé', '94160'], ['dev', 'geomatique', 'datascience'], 'Mer'),
  p('Sources du patrimoine', 'Retrouver d’où vient une œuvre', 'Les recherches de provenance se font carton par carton.', 'ministere-culture', PARIS('75001'), ['dev', 'datascience'], 'Culture'),
  p('Chantiers calmes', 'Prévenir les riverains avant la pelle mécanique', 'Les habitants découvrent les travaux en ouvrant leurs volets.', 'metropole-grand-lyon', ['Lyon', '69003'], ['dev', 'design'], 'Territoires'),
  p('Pharmacovigie', 'Entendre plus tôt les effets indésirables', 'Un signalement met onze jours à être lu.', 'ansm', ['Saint-Denis', '93200'], ['dev', 'datascience'], 'Santé'),
  p('Balises ouvertes', 'Partager en temps réel l’état des phares et balises', 'Une panne est connue quand un marin la signale par radio.', 'affaires-maritimes', ['Brest', '29200'], ['dev', 'geomatique'], 'Mer'),
  p('Budget raconté', 'Expliquer une dépense publique en une minute', 'Les annexes budgétaires comptent quatorze mille pages.', 'direction-budget', PARIS('75012'), ['dev', 'design'], 'Finances publiques'),
  p('Radio des casernes', 'Former les sapeurs-pompiers par le jeu', 'Les retours d’expérience restent dans la caserne où ils ont eu lieu.', 'bspp', PARIS('75017'), ['design', 'dev'], 'Sécurité civile'),
  p('Ondes et forêts', 'Choisir où poser une antenne sans abîmer un bois', 'Les dossiers d’implantation croisent douze règlements.', 'arcep', PARIS('75012'), ['geomatique', 'dev', 'lawyer'], 'Environnement'),
  p('Mémoire d’inspection', 'Ne plus poser deux fois la même question', 'Deux inspections d’un même site ne se lisent pas l’une l’autre.', 'asn', ['Montrouge', '92120'], ['dev', 'datascience'], 'Environnement'),
  p('Guichet des maires', 'Une réponse en une journée aux petites communes', 'Une mairie rurale attend trois semaines une réponse juridique simple.', 'dgcl', PARIS('75008'), ['dev', 'design', 'lawyer'], 'Territoires'),
  p('Faux amis', 'Reconnaître une boutique en ligne trompeuse', 'Les sites frauduleux changent d’adresse plus vite que les enquêtes.', 'dgccrf', PARIS('75013'), ['dev', 'datascience'], 'Économie'),
  p('Cartes de nuit', 'Mesurer la lumière inutile', 'On éclaire sans savoir ce que cela coûte, ni à qui cela nuit.', 'cgdd', ['La Défense', '92400'], ['geomatique', 'datascience'], 'Environnement'),
];
