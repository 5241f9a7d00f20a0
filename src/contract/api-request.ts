import { type Static, Type } from "typebox";
import { orNull, Time } from "./values.ts";

/** What is kept of the requests of a key: the newest rows, and none that is older. */
export const REQUESTS_KEPT = { days: 30, rowsOfKey: 500 };

/** The calls of one kind that were made with a key in one minute. */
export const ApiRequest = Type.Object({
  at: Time,
  method: Type.String(),
  endpoint: Type.String({
    description:
      "As this document names it: /api/v1/users/{id}. Never the address as it was typed.",
  }),
  status: Type.Integer({ description: "The HTTP status of the answer." }),
  code: orNull(Type.String({ description: "The code of the problem; null when it was answered." })),
  count: Type.Integer({
    description:
      "How many calls of this kind there were in that minute; at and requestId are of the last.",
  }),
  requestId: Type.String(),
  ip: orNull(Type.String()),
  sync: orNull(
    Type.Object(
      { id: Type.String(), number: Type.Integer() },
      { description: "The sync that the call made, as long as its report is kept." },
    ),
  ),
});
export type ApiRequest = Static<typeof ApiRequest>;
