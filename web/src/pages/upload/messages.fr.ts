import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = { title: "Source de données" };
