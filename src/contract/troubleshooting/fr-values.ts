import type { Troubleshooting } from "./text.ts";

/** French troubleshooting: products, columns and single values. */
export const VALUES: Pick<
  Troubleshooting,
  "unknown_product" | "unknown_property" | "invalid_value" | "value_locked"
> = {
  unknown_product: {
    happened:
      "Un produit de la ligne a été laissé de côté. Les autres produits et le reste de la ligne ont été appliqués. Si la ligne n’en nomme pas d’autre, une nouvelle personne reçoit le produit par défaut et une personne déjà présente garde ses produits.",
    cause: "L’espace de travail n’a aucun produit de ce nom. Les majuscules ne changent rien.",
    source:
      "Écrivez le produit comme dans l’espace de travail, avec un point-virgule entre deux produits.",
    muster: "Si le produit manque, ajoutez-le aux produits de l’espace de travail.",
    message: [
      "l’espace de travail n’a aucun produit nommé {value}. Il a : {products}.",
      "l’espace de travail n’a aucun produit nommé {value}.",
      "cette ligne nomme un produit que l’espace de travail n’a pas.",
    ],
    suggestion: [
      "Vouliez-vous écrire {nearest} ? Corrigez le produit dans la source, ou ajoutez {value} à l’espace de travail.",
      "Corrigez le produit dans la source, ou ajoutez {value} aux produits de l’espace de travail.",
      "Corrigez le produit dans la source, ou ajoutez-le aux produits de l’espace de travail.",
    ],
    reasons: {},
  },
  unknown_property: {
    happened:
      "Une colonne a été laissée de côté. Ses valeurs n’ont été ni lues ni conservées ; tout le reste a été appliqué.",
    cause:
      "Le nom de la colonne n’est ni un champ du provisionnement ni une propriété de l’espace de travail. Les majuscules, les espaces, les traits d’union et les traits de soulignement ne changent rien.",
    source:
      "Corrigez le nom de la colonne. Si elle n’est pas destinée à {product}, retirez-la des données.",
    muster:
      "Si les valeurs doivent être conservées, ajoutez à l’espace de travail une propriété de ce nom, puis renvoyez les données.",
    message: [
      "la colonne {column} n’est pas une propriété connue et a été laissée de côté. La plus proche est {nearest}.",
      "la colonne {column} n’est pas une propriété connue et a été laissée de côté.",
      "une colonne n’est pas une propriété connue et a été laissée de côté.",
    ],
    suggestion: [
      "Renommez la colonne en {nearest} dans la source, ou ajoutez une propriété nommée {column} dans {product}.",
      "Renommez ou retirez la colonne dans la source, ou ajoutez une propriété nommée {column} dans {product}.",
      "Renommez ou retirez la colonne dans la source, ou ajoutez une propriété de ce nom dans {product}.",
    ],
    reasons: {},
  },
  invalid_value: {
    happened:
      "Une valeur d’une ligne n’a pas pu être reprise telle quelle. Le reste de la ligne a été appliqué.",
    cause: "La valeur ne convient pas à la propriété.",
    source: "Corrigez la valeur dans la source, puis renvoyez les données.",
    muster:
      "Rien à changer dans {product}. La prochaine synchronisation appliquera la valeur une fois corrigée.",
    message: [
      "la valeur « {value} » de la colonne {column} est inutilisable. Le reste de la ligne a été appliqué.",
      "la valeur de la colonne {column} est inutilisable. Le reste de la ligne a été appliqué.",
      "une valeur de cette ligne est inutilisable. Le reste de la ligne a été appliqué.",
    ],
    suggestion: [
      "Corrigez {column} dans la source, puis renvoyez les données.",
      "Corrigez la valeur dans la source, puis renvoyez les données.",
    ],
    reasons: {
      invalid_format: {
        message: [
          "la valeur « {value} » de la colonne {column} n’a pas la forme attendue ; la valeur actuelle a été gardée.",
          "la valeur de la colonne {column} n’a pas la forme attendue ; la valeur actuelle a été gardée.",
          "une valeur de cette ligne n’a pas la forme attendue ; la valeur actuelle a été gardée.",
        ],
        suggestion: [
          "Corrigez {column} dans la source. Une date s’écrit comme 2026-03-31, une langue comme fr, un oui ou non comme true.",
          "Corrigez la valeur dans la source. Une date s’écrit comme 2026-03-31, une langue comme fr, un oui ou non comme true.",
        ],
        cause:
          "Une date est un jour du calendrier écrit année, mois, jour (2026-03-31) ; une langue est un seul code, comme en ou fr-CA ; un oui ou non s’écrit true ou false. Les autres façons d’écrire peuvent prêter à confusion ; rien n’est donc deviné.",
        source:
          "Écrivez la valeur sous cette forme. Beaucoup de programmes laissent choisir la forme des dates à l’exportation.",
      },
      control_characters: {
        message: [
          "la valeur de la colonne {column} contenait des caractères invisibles. Ils ont été retirés et le reste a été appliqué.",
          "une valeur de cette ligne contenait des caractères invisibles. Ils ont été retirés et le reste a été appliqué.",
        ],
        suggestion: [
          "Retirez les caractères invisibles de la colonne {column} dans la source.",
          "Retirez les caractères invisibles de la valeur dans la source.",
        ],
        cause:
          "La valeur contenait des caractères de contrôle, des caractères qui changent le sens du texte ou une moitié de caractère. Ils ne se voient pas et peuvent faire passer un texte pour un autre.",
        source:
          "Saisissez de nouveau la valeur ou nettoyez la colonne dans le programme qui produit les données. Ces caractères proviennent souvent d’un copier-coller.",
      },
      wrong_type: {
        message: [
          "la valeur de la colonne {column} est une liste ou un objet au lieu d’un texte ; la valeur actuelle a été gardée.",
          "une valeur de cette ligne est une liste ou un objet au lieu d’un texte ; la valeur actuelle a été gardée.",
        ],
        suggestion: [
          "Envoyez {column} sous forme de texte.",
          "Envoyez la valeur sous forme de texte.",
        ],
        cause:
          "Seul productAssignations est une liste. Toute autre valeur est un texte, un nombre ou bien true ou false.",
        source:
          "Modifiez le programme qui produit les données pour qu’il envoie la valeur sous forme de texte.",
      },
      value_too_long: {
        message: [
          "la valeur de la colonne {column} dépasse {limit} caractères ; la valeur actuelle a été gardée.",
          "la valeur de la colonne {column} est trop longue ; la valeur actuelle a été gardée.",
          "une valeur de cette ligne est trop longue ; la valeur actuelle a été gardée.",
        ],
        suggestion: [
          "Dans la source, ramenez {column} à {limit} caractères ou moins.",
          "Raccourcissez {column} dans la source.",
          "Raccourcissez la valeur dans la source.",
        ],
        cause: "Un titre de poste compte au plus 255 caractères, et une propriété de texte 20 000.",
        source:
          "Raccourcissez la valeur. Une valeur très longue vient souvent de colonnes décalées ou d’un guillemet manquant.",
      },
    },
  },
  value_locked: {
    happened:
      "Une valeur de cette personne est verrouillée, et la source en a apporté une autre. La valeur verrouillée est restée telle quelle, et le reste de la ligne a été appliqué.",
    cause:
      "Les synchronisations ne touchent pas à une valeur verrouillée, quoi que dise la source, tant que personne ne la déverrouille. Chaque synchronisation le signale tant que les deux diffèrent.",
    source: "Si la valeur verrouillée est la bonne, corrigez la valeur dans la source.",
    muster:
      "Si la source a raison, ouvrez le profil de la personne et déverrouillez la valeur. La prochaine synchronisation appliquera alors celle de la source.",
    message: [
      "la valeur de « {property} » est verrouillée : « {kept} » a été gardé, et « {value} », venant de la source, n’a pas été repris.",
      "la valeur de « {property} » est verrouillée : elle reste vide, et « {value} », venant de la source, n’a pas été repris.",
      "la valeur de « {property} » est verrouillée : « {kept} » a été gardé, bien que la source la laisse vide.",
      "la valeur de « {property} » est verrouillée ; celle de la source n’a pas été reprise.",
      "une valeur de cette personne est verrouillée ; celle de la source n’a pas été reprise.",
    ],
    suggestion: [
      "Si la source a raison, déverrouillez « {property} » sur le profil dans {product} ; sinon, corrigez la valeur dans la source.",
      "Si la source a raison, déverrouillez la valeur sur le profil dans {product} ; sinon, corrigez-la dans la source.",
    ],
    reasons: {},
  },
};
