import { defineMessages } from "../i18n/messages.ts";

/** What went wrong, by what the server answered. */
export const errorMessages = defineMessages(
  {
    unreachable: "The server does not answer. Check your connection, then try again.",
    server:
      "Something went wrong on the server. Try again; if it happens again, its log has the details.",
    unknown: "Something went wrong on this page. Load it again.",
    refused: "The server did not understand this request. Load the page again.",
    forbidden: "Your role does not allow this. Ask an admin of this workspace.",
    gone: "This no longer exists, or it belongs to another workspace.",
    conflict: "Something has changed in the meantime. Load the page again to see how it is now.",
    tooLarge: "This is larger than the server takes.",
    invalid: "Some values are not valid. Correct them, then try again.",
    invalidField: "This value is not valid.",
    tooMany: "Too many requests in a short time. Wait a minute, then try again.",
    busy: "The server cannot reach its database right now. Try again in a minute.",
    emailTaken: "Another user has this email already.",
    wrongPassword: "This is not your current password.",
    notWaiting: "This sync no longer waits for approval.",
    notCancellable: "This sync can no longer be cancelled.",
    syncPending: "The report can be downloaded when the sync is finished.",
    inputExpired: "The data of this sync is no longer stored, so it cannot be run again.",
  } as const,
  {
    unreachable: "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.",
    server:
      "Une erreur s’est produite sur le serveur. Réessayez ; si elle se répète, son journal en donne le détail.",
    unknown: "Une erreur s’est produite sur cette page. Rechargez-la.",
    refused: "Le serveur n’a pas compris cette demande. Rechargez la page.",
    forbidden:
      "Votre rôle ne le permet pas. Adressez-vous à un administrateur de l’espace de travail.",
    gone: "Cet élément n’existe plus ou appartient à un autre espace de travail.",
    conflict: "La situation a changé entre-temps. Rechargez la page pour voir où elle en est.",
    tooLarge: "Le volume dépasse ce que le serveur accepte.",
    invalid: "Certaines valeurs ne sont pas valides. Corrigez-les, puis réessayez.",
    invalidField: "Cette valeur n’est pas valide.",
    tooMany: "Trop de demandes en peu de temps. Patientez une minute, puis réessayez.",
    busy: "Le serveur ne peut pas joindre sa base de données. Réessayez dans une minute.",
    emailTaken: "Un autre utilisateur a déjà cette adresse courriel.",
    wrongPassword: "Ce n’est pas votre mot de passe actuel.",
    notWaiting: "Cette synchronisation n’attend plus d’approbation.",
    notCancellable: "Cette synchronisation ne peut plus être annulée.",
    syncPending: "Vous pourrez télécharger le rapport une fois la synchronisation terminée.",
    inputExpired:
      "Les données de cette synchronisation ne sont plus conservées : elle ne peut pas être relancée.",
  },
);

export type ErrorKey = keyof typeof errorMessages.en;
