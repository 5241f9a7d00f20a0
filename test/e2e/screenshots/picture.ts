import type { Page } from "playwright-core";
import type { Look } from "../support/look.ts";
import type { DataName } from "../support/prepare-data.ts";
import type { Companion, SignIn, TestServer } from "../support/test-server.ts";

/** A page in one state, to look at. Taken in both themes. */
export interface Picture {
  /** Of the file, such as `history-filtered`: page first, then state. */
  name: string;
  /** The readme shows it, in English and light: `npm run screenshots -- --readme` takes it anew. */
  isInReadme?: boolean;
  /** The address, or how to find it out. */
  path: string | ((server: TestServer) => Promise<string>);
  /** What is in the database; `demo` unless said otherwise. */
  data?: DataName;
  /** What the server works with, such as a provider of sign-ins. */
  startCompanion?: () => Promise<Companion>;
  /** The picture changes the data or stops the server, so it gets a server of its own. */
  alone?: boolean;
  /** Who is signed in; `null` for nobody. */
  as?: SignIn | null;
  /** `en` unless said otherwise. */
  languages?: readonly Look["language"][];
  /** 1440 unless said otherwise; 360 is a telephone. */
  widths?: readonly number[];
  /** Brings the page into the state, and waits until it is there. */
  prepare?(page: Page, server: TestServer): Promise<unknown>;
  /** Faults that belong to the state, such as a server that is down. */
  allow?: readonly RegExp[];
}
