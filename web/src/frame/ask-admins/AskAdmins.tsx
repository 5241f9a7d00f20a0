import { useQuery } from "@tanstack/react-query";
import { type Admin, adminsQuery } from "../../api/admins.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { askAdminsMessages } from "./messages.ts";

/**
 * What takes an admin, and whom to ask, for somebody who may only look: "Only admins can change this. Ask Ada Byron or
 * Max Roe." Until the names are known, and where they cannot be had, the sentence stands alone.
 */
export function AskAdmins({ children }: { children: string }) {
  const t = useMessages(askAdminsMessages);
  const { data: people = [] } = useQuery(adminsQuery);
  const [first, second, third] = listAskable(people);
  if (first === undefined) return children;
  const names = { first, second: second ?? "" };
  if (second === undefined) return `${children} ${t("askOne", names)}`;
  return `${children} ${third === undefined ? t("askTwo", names) : t("askMore", names)}`;
}

/** Who has set a password is likelier to answer than who was only let in. */
function listAskable(people: readonly Admin[]): string[] {
  return people
    .filter(({ role }) => role === "admin")
    .sort((a, b) => Number(b.hasPassword) - Number(a.hasPassword))
    .map(({ name }) => name);
}
