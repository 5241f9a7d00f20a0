import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  title: "Espace de travail",
  summary: "Son nom, le nombre de places, et ce que reçoivent les nouveaux utilisateurs.",
  loadFailed: "L’espace de travail n’a pas pu être chargé.",
  readOnly: "Seuls les administrateurs peuvent modifier ces paramètres.",
  general: "Général",
  nameHint: "Affiché en haut de chaque page.",
  nameNeeded: "Saisissez un nom.",
  timeZoneHint:
    "Les heures sont affichées dans ce fuseau, sauf pour qui en a choisi un autre dans son compte.",
  timeZoneFind: "Ville ou région",
  timeZoneNeeded: "Choisissez un fuseau horaire de la liste.",
  languageHint: "Celle des pages et des courriels pour qui n’en a pas choisi.",
  seats: "Places",
  seatsHint: "Chaque utilisateur créé, invité ou actif occupe une place.",
  seatsTaken: {
    one: "{n} place est occupée.",
    many: "{n} de places sont occupées.",
    other: "{n} places sont occupées.",
  },
  seatsLeft: {
    one: "{n} est libre.",
    many: "{n} sont libres.",
    other: "{n} sont libres.",
  },
  seatsOver:
    "C’est moins que le nombre de places occupées. Personne ne perd son accès, et personne n’est ajouté tant qu’aucune place n’est libre.",
  noLimit: "Aucune limite",
  empty: "vide",
  outOfRange: "Saisissez un nombre entier de {least} à {most}.",
  products: "Produits",
  productsHint:
    "Ce qui peut être attribué aux utilisateurs. Les données les désignent par ces noms.",
  productsNone:
    "Il n’y a aucun produit. Les utilisateurs sont ajoutés sans produit, et personne n’est invité automatiquement.",
  newProduct: "Nouveau produit",
  addProduct: "Ajouter le produit",
  removeProduct: "Retirer {name}",
  removeHint:
    "Les utilisateurs qui ont un produit retiré ici le gardent jusqu’à ce que leurs données en nomment un autre.",
  twice: "Ce produit est déjà dans la liste.",
  defaultProductHint: "Pour les nouveaux utilisateurs dont les données n’en nomment aucun.",
  noDefault: "Aucun",
  saved: "L’espace de travail est enregistré.",
  saveFailed: "L’espace de travail n’a pas été enregistré.",
};
