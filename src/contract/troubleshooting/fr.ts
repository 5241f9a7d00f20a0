import { MANAGERS } from "./fr-managers.ts";
import { PEOPLE } from "./fr-people.ts";
import { TEAMS } from "./fr-teams.ts";
import { VALUES } from "./fr-values.ts";
import type { SkipText, Troubleshooting } from "./text.ts";

export const FR: Troubleshooting = { ...PEOPLE, ...MANAGERS, ...VALUES, ...TEAMS };

export const FR_SKIPPED: SkipText = {
  label: "Modifié depuis la vérification",
  happened: "Une mise à jour du plan a été ignorée. L’annuaire garde ce qu’il contient.",
  cause:
    "Entre le plan et son application, quelqu’un ou autre chose a modifié le même profil ou la même équipe, ou y a verrouillé une valeur. Ce qui avait été vérifié ne correspondait plus ; la mise à jour n’a donc pas été forcée.",
  source: "Rien à changer dans la source.",
  muster:
    "Lancez une nouvelle synchronisation : son plan partira du contenu actuel de l’annuaire et montrera ce qui diffère encore.",
  message: "l’annuaire a changé après la préparation du plan ; cette mise à jour a été ignorée.",
  suggestion: "Lancez une nouvelle synchronisation pour repartir du contenu actuel de l’annuaire.",
};
