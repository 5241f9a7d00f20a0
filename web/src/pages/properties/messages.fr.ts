import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  title: "Propriétés",
  summary:
    "Ce qui est connu des utilisateurs outre le nom, l’adresse courriel et le gestionnaire. Les fichiers désignent une propriété par son nom ou sa clé.",
  listLabel: "Propriétés, dans l’ordre où elles sont affichées",
  loadFailed: "Les propriétés n’ont pas pu être chargées.",
  name: "Nom",
  key: "Clé",
  type: "Type",
  origin: "Présente dans",
  typeText: "Texte",
  typeDate: "Date",
  default: "Chaque espace de travail",
  custom: "Cet espace de travail",
  sensitive: "Sensible",
  actions: "Actions pour {name}",
  add: "Ajouter une propriété",
  addTitle: "Ajouter une propriété",
  addConfirm: "Ajouter la propriété",
  addFailed: "La propriété n’a pas été ajoutée.",
  added: "« {name} » est ajoutée.",
  addedSensitive:
    "« {name} » est ajoutée comme sensible, à l’image de la propriété supprimée qui avait cette clé : les rapports en contiennent encore des valeurs.",
  nameNeeded: "Saisissez un nom.",
  nameHint:
    "Celui que connaissent les utilisateurs et les fichiers, par exemple « Numéro de badge ».",
  keyHint: "Tirée du nom si vous la laissez vide. Elle reste quand le nom change.",
  keyForm: "Une minuscule d’abord, puis des lettres et des chiffres, sans accents.",
  typeHint: "Il ne pourra plus être changé.",
  sensitiveHint: "Les rapports disent alors qu’une valeur a changé, sans la montrer.",
  tooMany: "Un espace de travail a au plus 200 propriétés.",
  edit: "Modifier",
  editTitle: "Modifier « {name} »",
  editConfirm: "Enregistrer",
  editFailed: "La propriété n’a pas été modifiée.",
  edited: "« {name} » est enregistrée.",
  remove: "Supprimer",
  removeTitle: "Supprimer la propriété « {name} » ?",
  removeText:
    "La valeur de chaque personne est supprimée avec elle, sans retour possible. Les données qui la nomment encore produiront un problème.",
  removeConfirm: "Supprimer la propriété et ses valeurs",
  removeFailed: "La propriété n’a pas été supprimée.",
  removed: "« {name} » est supprimée, avec la valeur de chaque personne.",
};
