import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  askOne: "Adressez-vous à {first}.",
  askTwo: "Adressez-vous à {first} ou à {second}.",
  askMore: "Adressez-vous à {first}, à {second} ou à un autre administrateur.",
};
