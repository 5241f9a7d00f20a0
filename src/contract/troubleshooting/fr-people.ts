import type { Troubleshooting } from "./text.ts";

/** French troubleshooting: rows about people, seats, administrators, invitations. */
export const PEOPLE: Pick<
  Troubleshooting,
  "user_skipped" | "workspace_limit_reached" | "admin_protected" | "invitation_not_sent"
> = {
  user_skipped: {
    happened:
      "Une ligne sur une personne a été ignorée et n’a rien modifié. Elle montre tout de même que la personne figure dans la source : personne ne perd l’accès ni n’est supprimé à cause d’elle.",
    cause:
      "La ligne ne dit pas clairement de qui il s’agit, en répète une autre ou concerne une personne retirée à la main.",
    source: "Corrigez la ligne dans la source, puis renvoyez les données.",
    muster:
      "Rien à changer dans {product}. La prochaine synchronisation appliquera la ligne une fois corrigée.",
    message: ["cette ligne est inutilisable et a été ignorée."],
    suggestion: ["Corrigez la ligne dans la source, puis renvoyez les données."],
    reasons: {
      missing_external_id: {
        message: ["cette ligne n’a pas d’identifiant externe et a été ignorée."],
        suggestion: [
          "Donnez un identifiant externe à la personne dans la source, puis renvoyez les données.",
        ],
        cause:
          "L’identifiant externe est vide. C’est lui qui relie une ligne à la même personne d’une synchronisation à l’autre ; sans lui, la ligne est inutilisable.",
        source:
          "Donnez à la personne un identifiant externe qui ne change jamais et ne sert jamais à quelqu’un d’autre, comme un numéro d’employé.",
      },
      invalid_external_id: {
        message: [
          "l’identifiant externe « {value} » contient des caractères interdits dans un identifiant ; la ligne a été ignorée.",
          "l’identifiant externe contient des caractères interdits dans un identifiant ; la ligne a été ignorée.",
        ],
        suggestion: ["Retirez les caractères invisibles de l’identifiant externe dans la source."],
        cause:
          "L’identifiant externe contient des caractères de contrôle ou des caractères qui changent le sens du texte. Ils ne se voient pas : deux identifiants d’apparence identique seraient différents.",
        source:
          "Saisissez de nouveau l’identifiant ou nettoyez la colonne dans le programme qui produit les données. Ces caractères proviennent souvent d’un copier-coller.",
      },
      missing_email: {
        message: ["cette ligne n’a pas d’adresse courriel et a été ignorée."],
        suggestion: [
          "Donnez une adresse courriel à la personne dans la source, puis renvoyez les données.",
        ],
        cause:
          "L’adresse courriel est vide. Chaque personne en a besoin pour être invitée et se connecter, et une adresse vide n’efface jamais celle du profil.",
        source: "Indiquez l’adresse courriel de cette personne.",
      },
      invalid_email: {
        message: [
          "le texte « {value} » n’est pas une adresse courriel ; la ligne a été ignorée.",
          "l’adresse courriel n’en est pas une ; la ligne a été ignorée.",
        ],
        suggestion: ["Corrigez l’adresse courriel dans la source, puis renvoyez les données."],
        cause:
          "Le texte de la colonne n’a pas la forme nom@exemple.com ou contient des caractères interdits dans une adresse.",
        source:
          "Corrigez l’adresse. Cherchez une espace au milieu, un @ manquant, deux adresses dans la même cellule ou une fin coupée.",
      },
      value_too_long: {
        message: [
          "la valeur de la colonne {column} dépasse {limit} caractères ; la ligne a été ignorée.",
          "la valeur de la colonne {column} est trop longue ; la ligne a été ignorée.",
          "un identifiant externe, une adresse courriel ou un nom est trop long ; la ligne a été ignorée.",
        ],
        suggestion: [
          "Dans la source, ramenez {column} à {limit} caractères ou moins.",
          "Raccourcissez {column} dans la source.",
          "Raccourcissez la valeur dans la source.",
        ],
        cause:
          "Un identifiant externe compte au plus 255 caractères, une adresse courriel 320 et un nom 200. Coupée, une telle valeur pourrait devenir celle de quelqu’un d’autre ; la ligne est donc ignorée.",
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
          "Si les deux lignes concernent la même personne, gardez la bonne. Si elles en concernent deux, donnez à chacune son propre identifiant externe.",
      },
      duplicate_email: {
        message: [
          "cette ligne reprend l’adresse courriel {value}, déjà donnée à la ligne {firstLine}. La première ligne a été retenue.",
          "cette ligne reprend l’adresse courriel {value}, déjà donnée plus haut. La première ligne a été retenue.",
          "cette ligne reprend l’adresse courriel déjà donnée à la ligne {firstLine}. La première ligne a été retenue.",
          "cette ligne reprend l’adresse courriel d’une ligne précédente. La première ligne a été retenue.",
        ],
        suggestion: [
          "Dans la source, donnez à chaque personne sa propre adresse courriel ; {value} y figure deux fois.",
          "Dans la source, donnez à chaque personne sa propre adresse courriel.",
        ],
        cause:
          "Deux lignes ont la même adresse courriel. La première compte, même si elle a elle-même été ignorée. Les majuscules ne changent rien.",
        source:
          "Donnez à chaque personne sa propre adresse. Si les deux lignes concernent la même personne, gardez celle qui a le bon identifiant externe.",
      },
      email_taken: {
        message: [
          "cette ligne apporte l’adresse courriel {brought}, mais {value} est verrouillée pour cette personne et appartient désormais à {otherName}. La ligne est ignorée tant que personne n’a décidé à qui revient cette adresse.",
          "l’adresse courriel {value} est verrouillée pour {lockedFor}, quoi que dise la source. La ligne est ignorée tant que personne n’a décidé à qui revient cette adresse.",
          "l’adresse courriel {value} appartient à {otherName}, dont l’identifiant externe est {otherExternalId}. La ligne est ignorée tant que personne n’a décidé à qui revient cette adresse.",
          "l’adresse courriel {value} appartient à {otherName}. La ligne est ignorée tant que personne n’a décidé à qui revient cette adresse.",
          "l’adresse courriel {value} appartient à une autre personne, dont l’identifiant externe est {otherExternalId}. La ligne est ignorée tant que personne n’a décidé à qui revient cette adresse.",
          "l’adresse courriel {value} appartient à une autre personne. La ligne est ignorée tant que personne n’a décidé à qui revient cette adresse.",
          "l’adresse courriel appartient à {otherName}. La ligne est ignorée tant que personne n’a décidé à qui revient cette adresse.",
          "l’adresse courriel appartient à une autre personne. La ligne est ignorée tant que personne n’a décidé à qui revient cette adresse.",
        ],
        suggestion: [
          "Déverrouillez l’adresse sur le profil de cette personne : la prochaine synchronisation reprendra {brought}. Sinon, modifiez l’adresse attribuée à {otherName}.",
          "Si l’adresse doit revenir à cette personne, déverrouillez-la pour {lockedFor} ; sinon, corrigez-la dans la source.",
          "Si cette ligne concerne {otherName}, associez ce profil au nouvel identifiant externe ; sinon, corrigez l’une des deux adresses.",
          "S’il s’agit de la même personne, associez le profil au nouvel identifiant externe ; sinon, corrigez l’une des deux adresses.",
        ],
        cause:
          "Après cette synchronisation, une autre personne aurait encore cette adresse sous un autre identifiant externe. Soit quelqu’un est revenu avec un nouvel identifiant, soit l’adresse est passée d’une personne à une autre. Seul quelqu’un qui les connaît peut le dire ; d’ici là, aucune des deux n’est retirée.",
        source:
          "S’il s’agit de deux personnes, corrigez l’adresse de l’une d’elles. S’il s’agit de la même, envoyez la ligne avec son ancien identifiant externe.",
        muster:
          "S’il s’agit de la même personne, ouvrez le profil qui a l’adresse et associez-le au nouvel identifiant externe, ou dissociez-le : la prochaine synchronisation le retrouvera par l’adresse. Si l’adresse a changé de main, modifiez celle de l’ancien profil ou supprimez ce profil. Si elle est verrouillée pour l’une des deux personnes, déverrouillez-la sur son profil : la prochaine synchronisation reprendra celle de la source.",
      },
      deactivated_manually: {
        message: [
          "cette personne a perdu l’accès le {date} par une décision prise à la main ; la synchronisation n’a pas touché à son profil.",
          "cette personne a perdu l’accès par une décision prise à la main ; la synchronisation n’a pas touché à son profil.",
        ],
        suggestion: [
          "Si la personne doit avoir accès, réactivez son profil dans {product} ; sinon, retirez la ligne de la source.",
        ],
        cause:
          "Quelqu’un a retiré l’accès à cette personne dans {product}. Une synchronisation ne revient jamais sur une décision prise à la main. Ceci est donné pour information et ne compte pas comme un problème.",
        source: "Si la personne est partie, retirez la ligne de la source.",
        muster:
          "Si la personne doit retrouver l’accès, ouvrez son profil et réactivez-le. La prochaine synchronisation appliquera alors la ligne.",
      },
      deleted_manually: {
        message: [
          "cette personne a été supprimée à la main le {date} ; la ligne a été ignorée.",
          "cette personne a été supprimée à la main ; la ligne a été ignorée.",
        ],
        suggestion: [
          "Si la personne doit être dans {product}, restaurez son profil ; sinon, retirez la ligne de la source.",
        ],
        cause:
          "Quelqu’un a supprimé cette personne dans {product}. Une synchronisation ne ramène jamais une personne supprimée à la main.",
        source: "Si la personne est partie, retirez la ligne de la source.",
        muster:
          "Si la personne doit y être, restaurez son profil tant que c’est possible. La prochaine synchronisation appliquera alors la ligne.",
      },
    },
  },
  workspace_limit_reached: {
    happened:
      "Une personne n’a pas été créée ou réactivée, faute de place dans l’espace de travail. Ceux qui ont déjà une place la gardent.",
    cause:
      "Les personnes qui perdent l’accès ou sont supprimées libèrent d’abord leur place. Les places vont ensuite aux personnes nouvelles ou de retour, dans l’ordre des lignes, jusqu’à la dernière.",
    source:
      "Retirez les personnes qui n’ont pas besoin d’un profil, ou placez en premier celles qui en ont le plus besoin.",
    muster:
      "Relevez la limite de places de l’espace de travail, ou désactivez ou supprimez les profils devenus inutiles. Relancez ensuite la synchronisation.",
    message: [
      "il ne reste aucune place pour cette personne. La limite de l’espace de travail est de {limit} et il en faudrait {over} de plus.",
      "il ne reste aucune place pour cette personne. La limite de l’espace de travail est de {limit}.",
      "il ne reste aucune place pour cette personne. Il en faudrait {over} de plus.",
      "il ne reste aucune place pour cette personne.",
    ],
    suggestion: [
      "Libérez des places ou relevez la limite de l’espace de travail, puis relancez la synchronisation.",
    ],
    reasons: { seat_limit: {} },
  },
  admin_protected: {
    happened:
      "Quelque chose est resté tel quel chez un administrateur. Ceci est donné pour information et ne compte pas comme un problème.",
    cause:
      "Une synchronisation ne retire jamais un administrateur, ne s’empare jamais de son profil et ne change jamais son adresse courriel. Sans cela, une erreur dans les données pourrait priver tout le monde d’accès.",
    source: "Si les données de l’administrateur sont fausses, corrigez-les dans la source.",
    muster:
      "Modifiez le profil à la main, ou demandez à un autre administrateur de donner un autre rôle à cette personne ; les synchronisations traiteront alors son profil comme les autres.",
    message: ["cette personne est administrateur ; son profil a été protégé."],
    suggestion: ["Rien à faire, sauf si cette personne ne doit plus être administrateur."],
    reasons: {
      email_kept: {
        message: [
          "cette personne est administrateur ; son adresse courriel n’est pas devenue {value}. Le reste de la ligne a été appliqué.",
          "cette personne est administrateur ; son adresse courriel n’a pas changé. Le reste de la ligne a été appliqué.",
        ],
        suggestion: [
          "Si {value} est la bonne adresse, changez-la à la main dans {product} ; sinon, corrigez la source.",
          "Si l’adresse de la source est la bonne, changez-la à la main dans {product} ; sinon, corrigez la source.",
        ],
        cause:
          "La source donne une autre adresse à cet administrateur. L’adresse d’un administrateur ne change jamais par une synchronisation, car c’est par elle qu’on le joint.",
        source: "Si l’adresse de la source est fausse, corrigez-la.",
        muster:
          "Si l’adresse de la source est la bonne, changez-la dans le profil de l’administrateur.",
      },
      link_refused: {
        message: [
          "l’adresse courriel {value} est celle d’un administrateur, dont une synchronisation ne s’empare jamais du profil. La ligne n’a rien modifié.",
          "cette adresse courriel est celle d’un administrateur, dont une synchronisation ne s’empare jamais du profil. La ligne n’a rien modifié.",
        ],
        suggestion: [
          "S’il s’agit bien de l’administrateur, associez à la main son profil à l’identifiant externe de la ligne dans {product}.",
        ],
        cause:
          "La ligne porte l’adresse d’un administrateur ajouté à la main. Toute autre personne ayant cette adresse aurait été associée à la source.",
        source: "Si la ligne concerne quelqu’un d’autre, corrigez son adresse.",
        muster:
          "Si la ligne concerne bien l’administrateur, ouvrez son profil et associez-le à l’identifiant externe de la ligne.",
      },
      removal_refused: {
        message: ["cet administrateur ne figure plus dans la source et a été conservé."],
        suggestion: [
          "Si cette personne est partie, donnez-lui un autre rôle ou supprimez son profil à la main dans {product}.",
        ],
        cause:
          "Aucune ligne de la source ne nomme cet administrateur. Toute autre personne aurait perdu l’accès ou été supprimée.",
        source: "Si l’administrateur est toujours parmi vous, remettez la ligne.",
        muster:
          "Si l’administrateur est parti, demandez à un autre administrateur de lui retirer son rôle ou de supprimer son profil.",
      },
    },
  },
  invitation_not_sent: {
    happened:
      "La personne a été créée, mais aucune invitation ne lui est parvenue. Le reste de son profil n’en souffre pas.",
    cause: "La personne n’a aucun produit, ou le courriel n’a pas pu être remis.",
    source: "Vérifiez l’adresse courriel et les produits de la personne.",
    muster:
      "Ouvrez le profil de la personne, corrigez ce qui manque, puis invitez-la à partir de là.",
    message: ["aucune invitation n’a été envoyée à cette personne."],
    suggestion: ["Ouvrez le profil de la personne dans {product} et invitez-la à partir de là."],
    reasons: {
      no_product: {
        message: ["cette personne n’a aucun produit ; aucune invitation n’a été envoyée."],
        suggestion: [
          "Donnez un produit à la personne ou choisissez un produit par défaut pour l’espace de travail, puis invitez-la.",
        ],
        cause:
          "Seules les personnes qui ont un produit sont invitées. Cette ligne n’en donne aucun que l’espace de travail connaisse, et celui-ci n’a pas de produit par défaut.",
        source: "Indiquez dans productAssignations un produit de l’espace de travail.",
        muster:
          "Pour les prochaines personnes, choisissez un produit par défaut dans les paramètres de l’espace de travail. Pour celle-ci, ajoutez un produit à son profil, puis invitez-la.",
      },
      delivery_failed: {
        message: [
          "l’invitation envoyée à {value} n’a pas pu être remise.",
          "l’invitation n’a pas pu être remise.",
        ],
        suggestion: [
          "Vérifiez l’adresse courriel, puis invitez de nouveau la personne ou transmettez-lui le lien vous-même.",
        ],
        cause:
          "L’invitation existe, mais le serveur de courriel ne l’a pas acceptée. L’adresse n’existe peut-être pas, ou le serveur est injoignable.",
        source: "Si l’adresse est fausse, corrigez-la.",
        muster:
          "Ouvrez le profil de la personne et invitez-la de nouveau : vous obtenez un nouveau lien, que vous pouvez aussi copier et transmettre vous-même. Si beaucoup d’invitations échouent, vérifiez le serveur de courriel utilisé par {product}.",
      },
    },
  },
};
