import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  title: "Source de données",
  summary: "D’où viennent les personnes et les équipes de cet espace de travail.",

  sourceTitle: "Source active",
  source: "Source",
  sourceText:
    "Les données arrivent quand on les envoie : par un programme avec une clé d’API, ou par des fichiers déposés ici.",
  lastData: "Dernières données",
  noData: "Aucune pour l’instant",
  syncing: "Synchronisation",
  syncingOn: "Active",
  syncingPaused: "En pause : chaque synchronisation attend une approbation",
  toRules: "Règles et approbation",
  toKeys: "Clés d’API",
  loadFailed: "Impossible de charger la source de données.",
  inactiveTitle: "Les fichiers ne sont pas acceptés pour l’instant.",
  inactive: "La source active de cet espace de travail est {source}.",

  apiTitle: "Envoyer les données avec l’API",
  uploadTitle: "Déposer des fichiers CSV",
  uploadHint: "Membres, équipes et rattachements d’équipe : un, deux ou les trois.",
  readOnly: "Seuls les administrateurs peuvent déposer des fichiers.",
  drop: "Déposez les fichiers CSV ici",
  dropHint:
    "Texte en UTF-8 ou UTF-16, séparé par des virgules, des points-virgules ou des tabulations.",
  choose: "Choisir les fichiers",
  chosen: "Fichiers choisis",

  firstTitle: "C’est la première synchronisation.",
  first:
    "Les personnes ajoutées à la main sont reconnues par leur adresse courriel. Avant de synchroniser, vérifiez que leur adresse ici est celle du fichier ; sinon elles auront un second compte.",

  remove: "Retirer {file}",
  holds: "Ce fichier contient",
  holdsUnknown: "Indiquez ce qu’il contient",
  members: "Membres",
  teams: "Équipes",
  teamMappings: "Rattachements d’équipe",
  encoding: "Encodage",
  separator: "Séparateur",
  comma: "Virgule",
  semicolon: "Point-virgule",
  tab: "Tabulation",
  rows: "Lignes",
  counting: "Comptage en cours",
  rowsUnknown: "Connu après l’envoi",
  columns: "Colonnes",
  recognised: { one: "{n} reconnue", many: "{n} reconnues", other: "{n} reconnues" },
  unknown: {
    one: "{n} colonne est inconnue : {names}.",
    many: "{n} de colonnes sont inconnues : {names}.",
    other: "{n} colonnes sont inconnues : {names}.",
  },
  unknownHint:
    "Pour garder une telle colonne, ajoutez une propriété du même nom ; sinon elle est laissée de côté.",
  leftOut: "Laissée de côté",
  unnamed: "Colonne {n}",
  preview: {
    one: "Première ligne de {file}",
    many: "{n} premières lignes de {file}",
    other: "{n} premières lignes de {file}",
  },
  noRows: "Ce fichier a un en-tête et aucune ligne.",

  missing: "Une colonne obligatoire manque : {columns}.",
  missingEither: "{a} ou {b}",
  emptyFile: "Ce fichier est vide. Choisissez-en un autre ou retirez-le.",
  workbook:
    "C’est un classeur ou une archive, pas un fichier CSV. Enregistrez-le au format CSV en UTF-8.",
  notText:
    "Ce n’est pas du texte en UTF-8. Enregistrez-le en UTF-8, ou en UTF-16 avec marque d’ordre des octets.",
  unreadable: "Ce fichier n’a pas pu être lu. Choisissez-le à nouveau.",
  twice:
    "Un autre fichier contient la même chose. Changez ce que l’un des deux contient, ou retirez-le.",

  mode: "Comment lire les fichiers",
  full: "Complet",
  fullHint:
    "Les fichiers contiennent tout. Qui n’y figure pas perd son accès ou est supprimé ; ce qui n’a pas de fichier reste tel quel.",
  partial: "Partiel",
  partialHint: "Les fichiers contiennent ce qui est nouveau ou modifié. Rien n’est retiré.",
  what: "Ce qui se passe",
  startPreview: "Envoyer et voir l’aperçu",
  startSync: "Envoyer et synchroniser",
  correct: "Corrigez ou retirez d’abord les fichiers marqués en rouge.",

  uploading: "Envoi : {sent} sur {total}",
  reading: "Le serveur lit les fichiers",
  cancel: "Annuler l’envoi",
  cancelled: "L’envoi est annulé. Rien n’a été conservé.",
  leaveTitle: "Quitter pendant l’envoi des fichiers ?",
  leaveText: "L’envoi sera annulé et rien ne sera conservé.",
  leave: "Quitter",
  stay: "Rester",

  refusedTitle:
    "Les fichiers ont été refusés. Rien n’a été conservé et aucune synchronisation n’a été lancée.",
  failedTitle: "L’envoi a échoué.",
  placeLine: "ligne {line}",
  placeColumn: "colonne {column}",
  place: "{place} :",

  externalMemberId: "Identifiant externe du membre",
  directManagerExternalId: "Identifiant externe du gestionnaire direct",
  directManagerEmail: "Adresse courriel du gestionnaire direct",
  externalTeamId: "Identifiant externe de l’équipe",
  externalSubteamId: "Identifiant externe de la sous-équipe",
  isMember: "Est membre",
  isManager: "Est gestionnaire d’équipe",
};
