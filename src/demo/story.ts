import { missDecisions, reorganise, runOutOfSeats } from "./chapters-growth.ts";
import { meetDoubts, reachToday } from "./chapters-lately.ts";
import { receiveHalfAFile, rollOut, settleIn } from "./chapters-roll-out.ts";
import type { Stage } from "./stage.ts";

/** Six weeks at Northwind, in order: together they show every status, update type and issue type of a report. */
export const CHAPTERS: readonly ((stage: Stage) => Promise<void>)[] = [
  rollOut,
  settleIn,
  receiveHalfAFile,
  reorganise,
  runOutOfSeats,
  missDecisions,
  meetDoubts,
  reachToday,
];
