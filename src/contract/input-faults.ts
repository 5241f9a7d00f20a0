import type { Language, Translated } from "./language.ts";

/** Why a push was refused as a whole, and what mends it (domain rules, section 3), by the problem's `code`. */
const FAULTS: Readonly<Record<string, Translated>> = {
  empty_file: {
    en: "This file is empty. It needs a header line at least; leave it out to leave its data as it is.",
    fr: "Ce fichier est vide. Il lui faut au moins une ligne d’en-tête ; n’envoyez pas de fichier pour laisser ses données telles quelles.",
  },
  no_section: {
    en: "Nothing was sent. Choose at least one file.",
    fr: "Rien n’a été envoyé. Choisissez au moins un fichier.",
  },
  unknown_section: {
    en: "This is neither members, teams nor team mappings. Leave it out.",
    fr: "Ce ne sont ni des membres, ni des équipes, ni des rattachements d’équipe. Retirez cette partie.",
  },
  duplicate_section: {
    en: "The same data was sent twice. Send each file once.",
    fr: "Les mêmes données ont été envoyées deux fois. Envoyez chaque fichier une seule fois.",
  },
  settings_refused: {
    en: "Settings cannot be sent with the data. Leave them out.",
    fr: "Les paramètres ne s’envoient pas avec les données. Retirez-les.",
  },
  section_not_array: {
    en: "This part must be a list.",
    fr: "Cette partie doit être une liste.",
  },
  row_not_object: {
    en: "Each entry of the list must be an object.",
    fr: "Chaque élément de la liste doit être un objet.",
  },
  malformed_csv: {
    en: "The file cannot be read as CSV here. Check quotation marks and separators.",
    fr: "Le fichier ne peut pas être lu comme CSV à cet endroit. Vérifiez les guillemets et les séparateurs.",
  },
  malformed_json: {
    en: "The data cannot be read as JSON here.",
    fr: "Les données ne peuvent pas être lues comme JSON à cet endroit.",
  },
  too_deep: {
    en: "The data is nested too deeply.",
    fr: "Les données sont imbriquées trop profondément.",
  },
  too_many_columns: {
    en: "The file has too many columns. Send only those that are fields or properties.",
    fr: "Le fichier a trop de colonnes. N’envoyez que celles qui sont des champs ou des propriétés.",
  },
  row_too_large: {
    en: "One row is too large. Check that every quotation mark before it is closed.",
    fr: "Une ligne est trop grande. Vérifiez que chaque guillemet ouvert avant elle est refermé.",
  },
  input_too_large: {
    en: "The files are larger than the server takes. Send fewer columns, or have the limit raised.",
    fr: "Les fichiers dépassent ce que le serveur accepte. Envoyez moins de colonnes ou faites relever la limite.",
  },
  unknown_encoding: {
    en: "The file is not UTF-8 text here. Save it as UTF-8, or as UTF-16 with a byte order mark.",
    fr: "Le fichier n’est pas du texte UTF-8 à cet endroit. Enregistrez-le en UTF-8, ou en UTF-16 avec marque d’ordre des octets.",
  },
  missing_column: {
    en: "A required column is missing. Add it to the header line.",
    fr: "Une colonne obligatoire manque. Ajoutez-la à la ligne d’en-tête.",
  },
  duplicate_header: {
    en: "Two columns are the same field. Keep one of them.",
    fr: "Deux colonnes désignent le même champ. N’en gardez qu’une.",
  },
  duplicate_key: {
    en: "One name is there twice. Keep one of them.",
    fr: "Un même nom figure deux fois. N’en gardez qu’un.",
  },
  incomplete_input: {
    en: "The files have another number of rows than was declared. Send them again, whole.",
    fr: "Les fichiers n’ont pas le nombre de lignes annoncé. Renvoyez-les en entier.",
  },
  source_inactive: {
    en: "Another data source is active, so data that is pushed is refused.",
    fr: "Une autre source de données est active : les données envoyées sont refusées.",
  },
};

/** Why a push was refused, and what to do; `null` for a code that says nothing about the input. */
export function inputFaultLabel(code: string, language: Language): string | null {
  return Object.hasOwn(FAULTS, code) ? FAULTS[code]![language] : null;
}
