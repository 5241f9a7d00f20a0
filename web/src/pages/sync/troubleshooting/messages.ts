import { defineMessages } from "../../../i18n/messages.ts";
import { en } from "./messages.en.ts";
import { fr } from "./messages.fr.ts";

/** Words about the causes of a report's issues. */
export const troubleshootingMessages = defineMessages(en, fr);
