import { defineMessages } from "../i18n/messages.ts";

/** What is said aloud of a sync that goes on: milestones only. */
export const liveMessages = defineMessages(
  {
    planning: "The data has been read. The updates are being prepared.",
    awaiting_approval: "The updates are ready and need approval.",
    applying: "The updates are being applied.",
    half: "Half of the updates are applied.",
    finished: "The sync has finished: {status}.",
  } as const,
  {
    planning: "Les données sont lues. Les mises à jour sont en préparation.",
    awaiting_approval: "Les mises à jour sont prêtes et à approuver.",
    applying: "L’application des mises à jour est en cours.",
    half: "La moitié des mises à jour est appliquée.",
    finished: "La synchronisation a pris fin : {status}.",
  },
);
