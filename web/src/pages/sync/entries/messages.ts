import { defineMessages } from "../../../i18n/messages.ts";
import { en } from "./messages.en.ts";
import { fr } from "./messages.fr.ts";

/** Words of the rows of a report. */
export const entriesMessages = defineMessages(en, fr);
