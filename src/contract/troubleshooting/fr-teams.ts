import type { Troubleshooting } from "./text.ts";

/** French troubleshooting: teams, their members, managers and nesting. */
export const TEAMS: Pick<
  Troubleshooting,
  "team_skipped" | "team_mapping_skipped" | "subteam_conflict" | "subteam_cycle"
> = {
  team_skipped: {
    happened:
      "Une ligne sur une équipe a été ignorée et n’a rien modifié. Elle montre tout de même que l’équipe figure dans la source : l’équipe n’est pas supprimée à cause d’elle.",
    cause: "La ligne ne dit pas clairement de quelle équipe il s’agit, ou en répète une autre.",
    source: "Corrigez la ligne dans la source, puis renvoyez les données.",
    muster:
      "Rien à changer dans {product}. La prochaine synchronisation appliquera la ligne une fois corrigée.",
    message: ["cette ligne est inutilisable ; l’équipe a été ignorée."],
    suggestion: ["Corrigez la ligne dans la source, puis renvoyez les données."],
    reasons: {
      missing_external_id: {
        message: ["cette ligne n’a pas d’identifiant externe ; l’équipe a été ignorée."],
        suggestion: [
          "Donnez un identifiant externe à l’équipe dans la source, puis renvoyez les données.",
        ],
        cause:
          "L’identifiant externe est vide. C’est lui qui relie une ligne à la même équipe d’une synchronisation à l’autre, même si elle change de nom ; sans lui, la ligne est inutilisable.",
        source:
          "Donnez à l’équipe un identifiant externe qui ne change jamais et ne sert jamais à une autre équipe.",
      },
      invalid_external_id: {
        message: [
          "l’identifiant externe « {value} » contient des caractères interdits dans un identifiant ; l’équipe a été ignorée.",
          "l’identifiant externe contient des caractères interdits dans un identifiant ; l’équipe a été ignorée.",
        ],
        suggestion: ["Retirez les caractères invisibles de l’identifiant externe dans la source."],
        cause:
          "L’identifiant externe contient des caractères de contrôle ou des caractères qui changent le sens du texte. Ils ne se voient pas : deux identifiants d’apparence identique seraient différents.",
        source:
          "Saisissez de nouveau l’identifiant ou nettoyez la colonne dans le programme qui produit les données.",
      },
      missing_name: {
        message: ["cette ligne n’a pas de nom d’équipe ; l’équipe a été ignorée."],
        suggestion: ["Donnez un nom à l’équipe dans la source, puis renvoyez les données."],
        cause: "Le nom de l’équipe est vide. Un nom vide n’efface jamais le nom actuel.",
        source: "Indiquez le nom de l’équipe. Deux équipes peuvent porter le même nom.",
      },
      value_too_long: {
        message: [
          "la valeur de la colonne {column} dépasse {limit} caractères ; l’équipe a été ignorée.",
          "la valeur de la colonne {column} est trop longue ; l’équipe a été ignorée.",
          "l’identifiant externe ou le nom est trop long ; l’équipe a été ignorée.",
        ],
        suggestion: [
          "Dans la source, ramenez {column} à {limit} caractères ou moins.",
          "Raccourcissez {column} dans la source.",
          "Raccourcissez la valeur dans la source.",
        ],
        cause: "Un identifiant externe compte au plus 255 caractères, et un nom d’équipe 200.",
        source:
          "Raccourcissez la valeur. Une valeur très longue vient souvent de colonnes décalées ou d’un guillemet manquant.",
      },
      duplicate_external_id: {
        message: [
          "cette ligne reprend l’identifiant externe {value}, déjà donné à la ligne {firstLine}. La première ligne a été retenue.",
          "cette ligne reprend l’identifiant externe {value}, déjà donné plus haut. La première ligne a été retenue.",
          "cette ligne reprend l’identifiant externe déjà donné à la ligne {firstLine}. La première ligne a été retenue.",
          "cette ligne reprend l’identifiant externe d’une ligne précédente. La première ligne a été retenue.",
        ],
        suggestion: [
          "Gardez une seule ligne pour l’identifiant externe {value} dans la source.",
          "Gardez une seule ligne par identifiant externe dans la source.",
        ],
        cause:
          "Deux lignes ont le même identifiant externe. La première compte, même si elle a elle-même été ignorée.",
        source:
          "Si les deux lignes concernent la même équipe, gardez la bonne. Si elles en concernent deux, donnez à chacune son propre identifiant externe.",
      },
    },
  },
  team_mapping_skipped: {
    happened:
      "Une ligne qui place une personne dans une équipe, ou une équipe sous une autre, a été ignorée. Ce qu’elle nomme garde sa place actuelle.",
    cause:
      "La ligne ne mène pas d’une équipe connue à un membre connu ou à une sous-équipe connue.",
    source: "Corrigez la ligne dans la source, puis renvoyez les données.",
    muster:
      "Rien à changer dans {product}. La prochaine synchronisation appliquera la ligne une fois corrigée.",
    message: ["cette ligne est inutilisable et a été ignorée."],
    suggestion: ["Corrigez la ligne dans la source, puis renvoyez les données."],
    reasons: {
      missing_external_id: {
        message: ["cette ligne ne dit pas de quelle équipe il s’agit et a été ignorée."],
        suggestion: ["Remplissez externalTeamId dans la source."],
        cause: "L’identifiant externe de l’équipe est vide.",
        source:
          "Indiquez dans externalTeamId l’identifiant externe d’une équipe de la section des équipes.",
      },
      invalid_external_id: {
        message: [
          "l’identifiant externe « {value} » contient des caractères interdits dans un identifiant ; la ligne a été ignorée.",
          "un identifiant externe de cette ligne contient des caractères interdits dans un identifiant ; la ligne a été ignorée.",
        ],
        suggestion: ["Retirez les caractères invisibles de l’identifiant externe dans la source."],
        cause:
          "Un identifiant externe contient des caractères de contrôle ou des caractères qui changent le sens du texte.",
        source:
          "Saisissez de nouveau l’identifiant ou nettoyez la colonne dans le programme qui produit les données.",
      },
      value_too_long: {
        message: [
          "la valeur de la colonne {column} dépasse {limit} caractères ; la ligne a été ignorée.",
          "la valeur de la colonne {column} est trop longue ; la ligne a été ignorée.",
          "un identifiant externe de cette ligne est trop long ; la ligne a été ignorée.",
        ],
        suggestion: [
          "Corrigez {column} dans la source : un identifiant externe compte au plus {limit} caractères.",
          "Corrigez {column} dans la source : la valeur est trop longue.",
          "Corrigez l’identifiant externe dans la source : il est trop long.",
        ],
        cause: "Un identifiant externe compte au plus 255 caractères.",
        source:
          "Corrigez l’identifiant. Une valeur très longue vient souvent de colonnes décalées ou d’un guillemet manquant.",
      },
      invalid_format: {
        message: [
          "la valeur « {value} » de la colonne {column} ne dit ni oui ni non ; la ligne a été ignorée.",
          "la valeur de la colonne {column} ne dit ni oui ni non ; la ligne a été ignorée.",
          "une valeur de cette ligne ne dit ni oui ni non ; la ligne a été ignorée.",
        ],
        suggestion: [
          "Écrivez true ou false dans {column}, dans la source.",
          "Écrivez true ou false dans isMember et isManager, dans la source.",
        ],
        cause:
          "isMember et isManager acceptent true ou false, yes ou no, 1 ou 0, en majuscules ou non. Il faudrait deviner toute autre valeur.",
        source:
          "Écrivez true ou false. Laissez les deux vides pour une personne qui est membre, sans plus.",
      },
      wrong_type: {
        message: [
          "la valeur de la colonne {column} est une liste ou un objet ; la ligne a été ignorée.",
          "une valeur de cette ligne est une liste ou un objet ; la ligne a été ignorée.",
        ],
        suggestion: [
          "Envoyez {column} sous forme de texte, de nombre ou bien true ou false.",
          "Envoyez chaque valeur de la ligne sous forme de texte, de nombre ou bien true ou false.",
        ],
        cause: "Un identifiant est un texte ou un nombre, et un oui ou non s’écrit true ou false.",
        source:
          "Modifiez le programme qui produit les données et envoyez une ligne par membre ou par sous-équipe.",
      },
      unknown_team: {
        message: [
          "aucune équipe n’a l’identifiant externe {value} ; la ligne a été ignorée.",
          "une équipe de cette ligne est inconnue ; la ligne a été ignorée.",
        ],
        suggestion: [
          "Ajoutez l’équipe {value} à la section des équipes de la source, ou corrigez la ligne.",
          "Ajoutez l’équipe à la section des équipes de la source, ou corrigez la ligne.",
        ],
        cause:
          "Aucune équipe associée n’a cet identifiant externe après la synchronisation : l’équipe manque dans la section des équipes, sa propre ligne a été ignorée, ou elle est supprimée en même temps.",
        source:
          "Ajoutez l’équipe à la section des équipes, réglez le problème de sa propre ligne ou corrigez l’identifiant. Dans un identifiant, les majuscules comptent.",
      },
      unknown_member: {
        message: [
          "personne n’a l’identifiant externe {value} ; la ligne a été ignorée.",
          "la personne de cette ligne est inconnue ; la ligne a été ignorée.",
        ],
        suggestion: [
          "Ajoutez la personne {value} à la section des membres de la source, ou corrigez la ligne.",
          "Ajoutez la personne à la section des membres de la source, ou corrigez la ligne.",
        ],
        cause:
          "Aucune personne associée n’a cet identifiant externe après la synchronisation : elle manque dans la section des membres, sa propre ligne a été ignorée, ou elle est supprimée en même temps.",
        source:
          "Ajoutez la personne à la section des membres, réglez le problème de sa propre ligne ou corrigez l’identifiant. Dans un identifiant, les majuscules comptent.",
      },
      no_target: {
        message: ["cette ligne ne nomme ni membre ni sous-équipe et a été ignorée."],
        suggestion: ["Remplissez externalMemberId ou externalSubteamId dans la source."],
        cause: "externalMemberId et externalSubteamId sont tous deux vides.",
        source:
          "Remplissez celui des deux qui convient. Retirez la ligne si l’équipe n’a ni membre ni sous-équipe.",
      },
      both_targets: {
        message: ["cette ligne nomme à la fois un membre et une sous-équipe ; elle a été ignorée."],
        suggestion: ["Dans la source, écrivez le membre et la sous-équipe sur deux lignes."],
        cause: "externalMemberId et externalSubteamId sont tous deux remplis.",
        source: "Écrivez deux lignes : une pour le membre, une pour la sous-équipe.",
      },
    },
  },
  subteam_conflict: {
    happened:
      "Une équipe recevait une deuxième équipe parente. Celle de la première ligne compte ; cette ligne-ci a été ignorée.",
    cause:
      "Deux lignes des mêmes données placent l’équipe sous deux équipes différentes. Une équipe n’a qu’une équipe parente.",
    source: "Gardez la ligne qui donne la bonne équipe parente et retirez l’autre.",
    muster:
      "Rien à changer dans {product}. Pour déplacer une équipe, envoyez une seule ligne, avec la nouvelle équipe parente.",
    message: [
      "la sous-équipe {value} a déjà une équipe parente, {otherName}, donnée à la ligne {firstLine}. La première ligne a été retenue.",
      "la sous-équipe {value} a déjà une équipe parente, donnée à la ligne {firstLine}. La première ligne a été retenue.",
      "la sous-équipe {value} a déjà une équipe parente, {otherName}. La première ligne a été retenue.",
      "la sous-équipe {value} a déjà une équipe parente dans une ligne précédente. La première ligne a été retenue.",
      "la sous-équipe a déjà une équipe parente dans une ligne précédente. La première ligne a été retenue.",
    ],
    suggestion: [
      "Gardez une seule équipe parente pour la sous-équipe {value} dans la source.",
      "Gardez une seule équipe parente par sous-équipe dans la source.",
    ],
    reasons: {},
  },
  subteam_cycle: {
    happened:
      "Des équipes se contiendraient les unes les autres en boucle ; les lignes qui la ferment ont été ignorées. Chacune de ces équipes garde son équipe parente actuelle.",
    cause:
      "En remontant d’équipe parente en équipe parente à partir de cette équipe, on revient à elle. Cela n’apparaît qu’en réunissant toutes les lignes et les sous-équipes déjà présentes dans {product}.",
    source:
      "Examinez chaque équipe nommée dans le problème et corrigez la seule ligne qui est fausse.",
    muster:
      "Si les lignes de la source sont justes, c’est un lien plus ancien dans {product} qui ferme la boucle : changez l’équipe parente de l’équipe concernée.",
    message: [
      "les sous-équipes forment une boucle : {ring}. Chacune garde son équipe parente actuelle.",
      "les sous-équipes forment une boucle qui passe par cette équipe. Chacune garde son équipe parente actuelle.",
    ],
    suggestion: ["Dans la source, corrigez l’équipe parente d’une des équipes de la boucle."],
    reasons: {
      loop: {},
      self_subteam: {
        message: ["cette équipe est donnée comme sa propre sous-équipe ; la ligne a été ignorée."],
        suggestion: [
          "Corrigez ou retirez la ligne dans la source : une équipe ne peut être sa propre sous-équipe.",
        ],
        cause: "La ligne donne le même identifiant externe à l’équipe et à sa sous-équipe.",
        source: "Corrigez la ligne, ou retirez-la si l’équipe n’a pas de sous-équipe.",
        muster: "Rien à changer dans {product}.",
      },
    },
  },
};
