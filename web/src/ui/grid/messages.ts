import { defineMessages } from "../../i18n/messages.ts";

/** Words of the big grid. */
export const gridMessages = defineMessages(
  { rowsNotLoaded: "These rows could not be loaded.", pick: "Selected" } as const,
  { rowsNotLoaded: "Ces lignes n’ont pas pu être chargées.", pick: "Sélection" },
);
