import type { Troubleshooting } from "./text.ts";

/** French troubleshooting: Direct Managers. */
export const MANAGERS: Pick<
  Troubleshooting,
  "manager_profile_missing" | "manager_is_self" | "manager_cycle"
> = {
  manager_profile_missing: {
    happened:
      "La personne n’a pas reçu le gestionnaire direct que nomme la ligne. Elle garde celui qu’elle a, s’il y en a un ; le reste de la ligne a été appliqué.",
    cause: "Le gestionnaire direct de la ligne n’a aucun profil utilisable dans {product}.",
    source:
      "Corrigez le gestionnaire direct de cette ligne, ou ajoutez ce gestionnaire à la source. L’ordre des lignes ne change rien.",
    muster:
      "Si le gestionnaire doit être dans {product} mais pas dans la source, ajoutez-le à la main et désignez-le par son adresse courriel dans la source.",
    message: [
      "aucun profil {product} n’est utilisable pour le gestionnaire direct {value} ; rien n’a changé à cet égard.",
      "aucun profil {product} n’est utilisable pour le gestionnaire direct ; rien n’a changé à cet égard.",
    ],
    suggestion: ["Corrigez le gestionnaire direct de cette personne dans la source."],
    reasons: {
      unknown_manager: {
        message: [
          "aucun profil {product} ne correspond au gestionnaire direct {value} ; rien n’a changé à cet égard.",
          "aucun profil {product} ne correspond au gestionnaire direct ; rien n’a changé à cet égard.",
        ],
        suggestion: [
          "Ajoutez le gestionnaire {value} à la source, ou corrigez le gestionnaire direct de cette personne.",
          "Ajoutez le gestionnaire à la source, ou corrigez le gestionnaire direct de cette personne.",
        ],
        cause:
          "Personne dans la source ni parmi les profils qu’elle gère n’a cet identifiant externe, ou personne dans {product} n’a cette adresse courriel.",
      },
      skipped_manager: {
        message: [
          "la ligne du gestionnaire direct {otherName} a été ignorée dans cette même synchronisation ; rien n’a changé à cet égard.",
          "la ligne du gestionnaire direct {value} a été ignorée dans cette même synchronisation ; rien n’a changé à cet égard.",
          "la ligne du gestionnaire direct a été ignorée dans cette même synchronisation ; rien n’a changé à cet égard.",
        ],
        suggestion: [
          "Réglez d’abord le problème qui touche {otherName} ; celui-ci disparaîtra à la prochaine synchronisation.",
          "Réglez d’abord le problème de la ligne du gestionnaire ; celui-ci disparaîtra à la prochaine synchronisation.",
        ],
        cause:
          "Le gestionnaire figure dans la source mais n’a pas encore de profil, car sa propre ligne pose un problème. Ce problème figure aussi dans le rapport.",
        source: "Corrigez la ligne du gestionnaire. Ce problème-ci disparaîtra de lui-même.",
        muster:
          "Rien à changer dans {product}. Ouvrez le problème de la ligne du gestionnaire pour voir ce qu’il lui faut.",
      },
      leaves: {
        message: [
          "le gestionnaire direct {otherName} n’a plus accès ou est supprimé ; rien n’a changé à cet égard.",
          "le gestionnaire direct {value} n’a plus accès ou est supprimé ; rien n’a changé à cet égard.",
          "le gestionnaire direct n’a plus accès ou est supprimé ; rien n’a changé à cet égard.",
        ],
        suggestion: ["Donnez un autre gestionnaire direct à cette personne dans la source."],
        cause:
          "Le gestionnaire a été désactivé ou supprimé, ou bien il perd l’accès ou est supprimé dans cette même synchronisation ; personne ne peut donc lui être confié.",
        source: "Nommez un autre gestionnaire direct, ou remettez celui-ci dans la source.",
        muster: "Si le gestionnaire doit encore avoir accès, réactivez ou restaurez son profil.",
      },
    },
  },
  manager_is_self: {
    happened:
      "La ligne nomme la personne comme sa propre gestionnaire directe ; cela n’a pas été appliqué. Elle garde le gestionnaire direct qu’elle a, s’il y en a un ; le reste de la ligne a été appliqué.",
    cause:
      "La ligne donne comme gestionnaire direct l’identifiant externe ou l’adresse courriel de la personne elle-même. Certains systèmes écrivent cela pour qui dirige l’organisation.",
    source:
      "Nommez le bon gestionnaire direct. Pour qui dirige l’organisation, laissez le gestionnaire direct vide.",
    muster: "Rien à changer dans {product}.",
    message: [
      "cette personne est donnée comme relevant d’elle-même ; son gestionnaire direct n’a pas changé.",
    ],
    suggestion: [
      "Corrigez le gestionnaire direct dans la source, ou laissez-le vide pour qui dirige l’organisation.",
    ],
    reasons: { self: {} },
  },
  manager_cycle: {
    happened:
      "Des personnes relèvent les unes des autres en boucle ; aucun des liens qui la ferment n’a été appliqué. Chacune garde son gestionnaire direct actuel ; le reste de leurs lignes a été appliqué.",
    cause:
      "En remontant de gestionnaire direct en gestionnaire direct à partir de cette personne, on revient à elle. Cela n’apparaît qu’en réunissant toutes les lignes et les gestionnaires déjà présents dans {product}.",
    source:
      "Examinez chaque personne nommée dans le problème et corrigez le seul gestionnaire direct qui est faux.",
    muster:
      "Si les gestionnaires de la source sont justes, c’est un lien plus ancien dans {product} qui ferme la boucle : changez ou retirez le gestionnaire direct dans le profil concerné.",
    message: [
      "les gestionnaires directs forment une boucle : {ring}. Chacun garde le sien.",
      "les gestionnaires directs forment une boucle qui passe par cette personne ; elle garde le sien.",
    ],
    suggestion: [
      "Dans la source, corrigez le gestionnaire direct d’une des personnes de la boucle.",
    ],
    reasons: { loop: {} },
  },
};
