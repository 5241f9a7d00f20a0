import type { Language, Translated } from "./language.ts";

/** What a call was refused for and, where it helps, what mends it: by the problem's code. Those that a key can get. */
const REFUSALS: Readonly<Record<string, Translated>> = {
  already_active: { en: "The user is active already.", fr: "L’utilisateur est déjà actif." },
  bad_request: { en: "The request could not be read.", fr: "La requête n’a pas pu être lue." },
  body_too_large: {
    en: "The body is larger than this call takes.",
    fr: "Le corps dépasse ce que cet appel accepte.",
  },
  default_property: {
    en: "A default property cannot be deleted.",
    fr: "Une propriété par défaut ne se supprime pas.",
  },
  duplicate_header: {
    en: "Two columns of a file are the same field. Keep one of them.",
    fr: "Deux colonnes d’un fichier désignent le même champ. N’en gardez qu’une.",
  },
  duplicate_key: {
    en: "One name stands twice in the body. Keep one of them.",
    fr: "Un même nom figure deux fois dans le corps. N’en gardez qu’un.",
  },
  duplicate_section: {
    en: "The same part was sent twice. Send each part once.",
    fr: "La même partie a été envoyée deux fois. Envoyez chacune une seule fois.",
  },
  email_taken: {
    en: "Another user has this email already.",
    fr: "Un autre utilisateur a déjà cette adresse courriel.",
  },
  empty_file: {
    en: "A file is empty. It needs a header line at least; leave it out to leave its data as it is.",
    fr: "Un fichier est vide. Il lui faut au moins une ligne d’en-tête ; ne l’envoyez pas pour laisser ses données telles quelles.",
  },
  external_id_taken: {
    en: "Another user was linked under this external ID in the meantime.",
    fr: "Un autre utilisateur a été associé à cet identifiant externe entre-temps.",
  },
  forbidden: {
    en: "The key may not do this. Use one with other rights.",
    fr: "Cette clé n’en a pas le droit. Utilisez-en une avec d’autres droits.",
  },
  idempotency_key_reused: {
    en: "The Idempotency-Key was used for another push before. Use a new one for each push.",
    fr: "L’Idempotency-Key a déjà servi pour un autre envoi. Utilisez-en une nouvelle à chaque envoi.",
  },
  incomplete_input: {
    en: "There were not as many rows as declared. Send the data again, whole.",
    fr: "Le nombre de lignes n’est pas celui annoncé. Renvoyez les données en entier.",
  },
  input_expired: {
    en: "The data of that sync is no longer stored. Push it again.",
    fr: "Les données de cette synchronisation ne sont plus conservées. Envoyez-les de nouveau.",
  },
  input_too_large: {
    en: "The push is larger than the server takes. Send fewer columns, or have the limit raised.",
    fr: "L’envoi dépasse ce que le serveur accepte. Envoyez moins de colonnes ou faites relever la limite.",
  },
  internal_error: {
    en: "Something went wrong on the server. Its log has the details under the request ID.",
    fr: "Une erreur s’est produite sur le serveur. Son journal en donne le détail sous l’ID de requête.",
  },
  invalid_request: {
    en: "A value in the query or the body is not one that this call takes.",
    fr: "Une valeur de la requête ou du corps ne convient pas à cet appel.",
  },
  last_admin: {
    en: "A workspace always keeps an admin.",
    fr: "Un espace de travail garde toujours un administrateur.",
  },
  malformed_body: {
    en: "The body broke off before its end, or is not as long as it says.",
    fr: "Le corps s’est interrompu avant la fin, ou sa longueur n’est pas celle annoncée.",
  },
  malformed_csv: {
    en: "A file could not be read as CSV. Check quotation marks and separators.",
    fr: "Un fichier n’a pas pu être lu comme CSV. Vérifiez les guillemets et les séparateurs.",
  },
  malformed_json: {
    en: "The body could not be read as JSON.",
    fr: "Le corps n’a pas pu être lu comme JSON.",
  },
  malformed_multipart: {
    en: "The form of the push could not be read. Check how it is put together.",
    fr: "Le formulaire de l’envoi n’a pas pu être lu. Vérifiez comment il est composé.",
  },
  malformed_url: {
    en: "The address holds a percent sign that stands for nothing.",
    fr: "L’adresse contient un signe pour cent qui ne représente rien.",
  },
  manager_cycle: {
    en: "This would close a loop of direct managers.",
    fr: "Les gestionnaires directs auraient formé une boucle.",
  },
  manager_is_self: {
    en: "Nobody can be their own direct manager.",
    fr: "Personne ne peut être son propre gestionnaire direct.",
  },
  missing_column: {
    en: "A required column is missing from a file. Add it to the header line.",
    fr: "Une colonne obligatoire manque dans un fichier. Ajoutez-la à la ligne d’en-tête.",
  },
  no_active_source: {
    en: "No data source is active.",
    fr: "Aucune source de données n’est active.",
  },
  no_section: {
    en: "Nothing was sent. Send at least one of the three parts.",
    fr: "Rien n’a été envoyé. Envoyez au moins une des trois parties.",
  },
  not_cancellable: {
    en: "The sync could no longer be cancelled.",
    fr: "La synchronisation ne pouvait plus être annulée.",
  },
  not_deactivated: {
    en: "The user was not deactivated.",
    fr: "L’utilisateur n’était pas désactivé.",
  },
  not_deleted: { en: "The user was not deleted.", fr: "L’utilisateur n’était pas supprimé." },
  not_found: { en: "What it asked for is not there.", fr: "Ce qui était demandé n’existe pas." },
  not_linked: {
    en: "The user is linked to no source.",
    fr: "L’utilisateur n’est associé à aucune source.",
  },
  not_waiting: {
    en: "The sync did not wait for approval.",
    fr: "La synchronisation n’attendait pas d’approbation.",
  },
  property_name_taken: {
    en: "The name would be mistaken for that of another property.",
    fr: "Le nom se confondrait avec celui d’une autre propriété.",
  },
  push_source: {
    en: "Data comes in by pushing it: there is nothing to fetch.",
    fr: "Les données arrivent par envoi : il n’y a rien à aller chercher.",
  },
  rate_limited: {
    en: "Too many requests in a minute. Send them more slowly.",
    fr: "Trop de requêtes en une minute. Espacez-les.",
  },
  record_expired: {
    en: "The row as it was pushed is no longer stored.",
    fr: "La ligne telle qu’elle a été envoyée n’est plus conservée.",
  },
  removals_differ: {
    en: "The number of removals to confirm was not that of the sync.",
    fr: "Le nombre de retraits à confirmer n’était pas celui de la synchronisation.",
  },
  report_expired: {
    en: "The report of that sync is no longer kept.",
    fr: "Le rapport de cette synchronisation n’est plus conservé.",
  },
  roles_need_admin: {
    en: "Only a signed-in admin can give roles.",
    fr: "Seul un administrateur connecté peut attribuer des rôles.",
  },
  row_not_object: {
    en: "Each entry of a list must be an object.",
    fr: "Chaque élément d’une liste doit être un objet.",
  },
  row_too_large: {
    en: "One row is too large. Check that every quotation mark before it is closed.",
    fr: "Une ligne est trop grande. Vérifiez que chaque guillemet ouvert avant elle est refermé.",
  },
  section_not_array: {
    en: "A part of the body is no list.",
    fr: "Une partie du corps n’est pas une liste.",
  },
  settings_refused: {
    en: "Settings cannot be sent with the data. Leave them out.",
    fr: "Les réglages ne s’envoient pas avec les données. Retirez-les.",
  },
  source_inactive: {
    en: "Another data source is active, so data that is pushed is refused.",
    fr: "Une autre source de données est active : les données envoyées sont refusées.",
  },
  source_not_readable: {
    en: "The active data source cannot be read from here.",
    fr: "La source de données active ne peut pas être lue d’ici.",
  },
  subteam_cycle: {
    en: "The teams would stand in a loop.",
    fr: "Les équipes auraient formé une boucle.",
  },
  sync_pending: {
    en: "The report can be downloaded when the sync is finished.",
    fr: "Le rapport se télécharge une fois la synchronisation terminée.",
  },
  sync_planning: {
    en: "A sync was being planned. Try again when its plan is there.",
    fr: "Une synchronisation était en préparation. Réessayez une fois son plan prêt.",
  },
  too_deep: {
    en: "The data is nested too deeply.",
    fr: "Les données sont imbriquées trop profondément.",
  },
  too_many_columns: {
    en: "A file has too many columns. Send only those that are fields or properties.",
    fr: "Un fichier a trop de colonnes. N’envoyez que celles qui sont des champs ou des propriétés.",
  },
  too_many_parts: {
    en: "The form has more parts than a push can have. Send each part once.",
    fr: "Le formulaire a plus de parties qu’un envoi n’en admet. Envoyez chacune une seule fois.",
  },
  too_many_properties: {
    en: "The workspace has as many properties as it can have.",
    fr: "L’espace de travail a autant de propriétés qu’il peut en avoir.",
  },
  undo_window_over: {
    en: "The time in which the user could be restored is over.",
    fr: "Le délai pour restaurer l’utilisateur est passé.",
  },
  unknown_encoding: {
    en: "A file is not UTF-8 text. Save it as UTF-8, or as UTF-16 with a byte order mark.",
    fr: "Un fichier n’est pas du texte UTF-8. Enregistrez-le en UTF-8, ou en UTF-16 avec marque d’ordre des octets.",
  },
  unknown_section: {
    en: "One part is neither members, teams nor team mappings. Leave it out.",
    fr: "Une partie n’est ni des membres, ni des équipes, ni des rattachements d’équipe. Retirez-la.",
  },
  unsupported_encoding: {
    en: "The body was compressed. Send it as it is.",
    fr: "Le corps était compressé. Envoyez-le tel quel.",
  },
  unsupported_media_type: {
    en: "The body has another Content-Type than this call takes.",
    fr: "Le Content-Type du corps n’est pas celui que cet appel accepte.",
  },
  upload_in_progress: {
    en: "A push with this Idempotency-Key was still being uploaded.",
    fr: "Un envoi avec cette Idempotency-Key était encore en cours.",
  },
  user_deactivated: {
    en: "The user is deactivated. Reactivate the user first.",
    fr: "L’utilisateur est désactivé. Réactivez-le d’abord.",
  },
  user_deleted: { en: "The user is deleted.", fr: "L’utilisateur est supprimé." },
  user_erased: { en: "The user was erased.", fr: "L’utilisateur a été effacé." },
  workspace_limit_reached: {
    en: "Every seat of the workspace is taken.",
    fr: "Toutes les places de l’espace de travail sont prises.",
  },
};

/** For a code that has no words of its own, by the status. */
const BY_STATUS: Readonly<Record<number, Translated>> = {
  400: { en: "The request could not be understood.", fr: "La requête n’a pas pu être comprise." },
  403: REFUSALS.forbidden!,
  404: REFUSALS.not_found!,
  409: {
    en: "It did not fit what there was at that moment.",
    fr: "Elle ne convenait pas à la situation du moment.",
  },
  413: REFUSALS.body_too_large!,
  415: REFUSALS.unsupported_media_type!,
  422: REFUSALS.invalid_request!,
  429: REFUSALS.rate_limited!,
  500: REFUSALS.internal_error!,
  503: {
    en: "The server could not reach its database.",
    fr: "Le serveur ne pouvait pas joindre sa base de données.",
  },
};
const OTHERWISE: Translated = { en: "The request was refused.", fr: "La requête a été refusée." };

/** Whether there are words of its own for a problem's code. */
export function hasRefusalLabel(code: string): boolean {
  return Object.hasOwn(REFUSALS, code);
}

/** Why a call was refused or failed, in a sentence or two; never a code. `status` is 400 or more. */
export function labelOfRefusal(code: string | null, status: number, language: Language): string {
  const own = code !== null && hasRefusalLabel(code) ? REFUSALS[code] : undefined;
  return (own ?? BY_STATUS[status] ?? OTHERWISE)[language];
}
