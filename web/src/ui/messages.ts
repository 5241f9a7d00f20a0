import { defineMessages } from "../i18n/messages.ts";
import { en } from "./messages.en.ts";
import { fr } from "./messages.fr.ts";

/** Words of the widgets. */
export const uiMessages = defineMessages(en, fr);
