import { defineMessages } from "../i18n/messages.ts";
import { en } from "./messages.en.ts";
import { fr } from "./messages.fr.ts";

/** Words around the pages. */
export const frameMessages = defineMessages(en, fr);
