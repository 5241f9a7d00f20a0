import type { French } from "../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  run: "Nouvelle synchronisation",
  title: "Nouvelle synchronisation",
  review: "Paramètres en vigueur",
  source: "Source de données",
  lastData: "Dernières données",
  noData: "Aucune pour l’instant",
  limits: "Limites d’approbation",
  noLimits: "Aucune : la taille d’une synchronisation ne la retient jamais",
  limit: "{setting} : {value}",
  invite: "Invitation automatique",
  inviteOn: "Activée : les nouvelles personnes qui ont un produit reçoivent une invitation",
  inviteOff: "Désactivée : une synchronisation n’invite personne",
  pausedTitle: "La synchronisation est en pause.",
  paused: "Chaque synchronisation attend une approbation.",
  changeSettings: "Modifier ces paramètres",
  settingsFailed: "Impossible de charger les paramètres.",

  runningTitle: "Une synchronisation est déjà en cours.",
  running: "Une nouvelle commencera dès qu’elle sera terminée.",
  watch: "La suivre",

  way: "Origine des données",
  stored: "Reprendre les données conservées",
  storedHint: "Données de la synchronisation nº {number}, envoyées le {time} : {sections}.",
  storedNone: "Aucune donnée n’est plus conservée.",
  storedExpired: "Les données de cette synchronisation ne sont plus conservées.",
  api: "Les envoyer avec l’API",
  apiHint: "Le cas courant : votre système RH ou un script les envoie.",
  files: "Déposer des fichiers CSV",
  filesHint: "Sans script : choisissez les fichiers sur cet ordinateur.",
  members: { one: "{n} membre", many: "{n} de membres", other: "{n} membres" },
  teams: { one: "{n} équipe", many: "{n} d’équipes", other: "{n} équipes" },
  teamMappings: {
    one: "{n} rattachement d’équipe",
    many: "{n} de rattachements d’équipe",
    other: "{n} rattachements d’équipe",
  },
  partial: "envoi partiel",

  what: "Ce qui se passe",
  preview: "Aperçu seulement",
  previewHint: "Montre ce qui changerait. Rien n’est appliqué.",
  syncNow: "Synchroniser maintenant",
  syncNowHint:
    "Applique les mises à jour. Celles qui dépassent une limite attendent une approbation.",
  older:
    "Des données plus récentes sont arrivées le {time} : cette synchronisation attendra une approbation.",
  startPreview: "Lancer l’aperçu",
  startSync: "Lancer la synchronisation",
  toFiles: "Choisir les fichiers",
  startFailed: "La synchronisation n’a pas été lancée.",

  format: "Format",
  csv: "Fichiers CSV",
  json: "JSON",
  request: "Requête à envoyer",
  copyRequest: "la requête",
  keyHint: "Remplacez $MUSTER_API_KEY par une clé autorisée à envoyer des données.",
  makeKey: "Créer une clé d’API",
  sampleIntro:
    "Envoyez cette requête depuis l’endroit où se trouvent les données. La synchronisation commence quand tout est arrivé.",
};
