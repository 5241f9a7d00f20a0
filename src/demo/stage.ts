import type { User } from "../contract/directory.ts";
import type { Sync } from "../contract/sync.ts";
import type { Database } from "../db/database.ts";
import { expireWaiting } from "../engine/close-waiting.ts";
import { type OrdinaryWeek, playWeek } from "./changes.ts";
import type { DemoClient, PushOptions } from "./demo-client.ts";
import type { Organisation } from "./organisation.ts";
import type { Random } from "./random.ts";
import { type SourceFiles, writeSourceFiles } from "./source-files.ts";
import type { StoryClock } from "./story-clock.ts";

/** What a chapter of the story plays with. */
export interface StageParts {
  organisation: Organisation;
  random: Random;
  clock: StoryClock;
  database: Database;
  /** Pushes: the HR system, with a key of its own. */
  hr: DemoClient;
  /** Decides and changes by hand: a signed-in admin. */
  admin: DemoClient;
}

/** Spoils or cuts the files before they are sent. */
export type FileEdit = (files: Required<SourceFiles>) => void;

/** An ordinary week without a change; chapters say what is different. */
const QUIET: OrdinaryWeek = { hires: 0, leavers: 0, newTitles: 0, moves: 0, relocations: 0 };

/** The organisation, its HR system and its admin, with the moves that chapters of the story are made of. */
export class Stage {
  readonly organisation: Organisation;
  readonly random: Random;
  readonly clock: StoryClock;
  readonly database: Database;
  readonly hr: DemoClient;
  readonly admin: DemoClient;
  /** People who have a part in the story, so that chance lets them stay. */
  readonly kept = new Set<string>();

  constructor(parts: StageParts) {
    this.organisation = parts.organisation;
    this.random = parts.random;
    this.clock = parts.clock;
    this.database = parts.database;
    this.hr = parts.hr;
    this.admin = parts.admin;
  }

  /** Plays what happened in the organisation since the last push. */
  play(week: Partial<OrdinaryWeek>): void {
    playWeek(this.organisation, this.random, { ...QUIET, ...week }, this.clock.day, this.kept);
  }

  /** The HR system pushes what it has now (`only` one section). Waits until the run settles. */
  async push(
    edit: FileEdit = () => {},
    { only, ...options }: PushOptions & { only?: keyof SourceFiles } = {},
  ): Promise<Sync> {
    const files = writeSourceFiles(this.organisation);
    edit(files);
    const sent = only === undefined ? files : { [only]: files[only] };
    const sync = await this.hr.push(sent, options);
    return this.hr.settle(sync.id);
  }

  /** Pushes files that are refused as a whole, so that no sync comes of them. */
  async pushRefused(edit: FileEdit): Promise<void> {
    const files = writeSourceFiles(this.organisation);
    edit(files);
    const refusal = await this.hr.push(files).then(
      (sync) => new Error(`Sync #${sync.number} was not to be.`),
      (error: unknown) => error,
    );
    if (!(refusal instanceof Error && refusal.message.includes(" answered 422"))) throw refusal;
  }

  /** Pushes, and expects the run to wait for approval. */
  async pushHeld(edit?: FileEdit): Promise<Sync> {
    const sync = await this.push(edit);
    if (sync.phase !== "awaiting_approval") {
      throw new Error(`Sync #${sync.number} was to wait for approval, and is ${sync.status}.`);
    }
    return sync;
  }

  /** The directory's users by the id that the HR system knows them by. */
  async usersByExternalId(): Promise<Map<string, User>> {
    const users = await this.admin.listUsers();
    return new Map(
      users.flatMap((user) => (user.externalId === null ? [] : [[user.externalId, user]])),
    );
  }

  /** The application reports that people accepted; `share` of those who have not yet. */
  async activate(share: number): Promise<void> {
    const waiting = (await this.admin.listUsers()).filter(
      ({ status }) => status === "created" || status === "invited",
    );
    for (const { id } of waiting) {
      if (this.random.chance(share)) await this.admin.call("POST", `/users/${id}/activate`);
    }
  }

  async approve(sync: Sync, comment: string): Promise<Sync> {
    await this.#decide(sync, "approve", comment);
    return this.hr.waitFor(sync.id, ({ phase }) => phase === "done");
  }

  async reject(sync: Sync, comment: string): Promise<void> {
    await this.#decide(sync, "reject", comment);
  }

  async cancel(sync: Sync): Promise<void> {
    await this.#decide(sync, "cancel");
  }

  /** Lets a waiting run's time run out now, and does what the server does now and again: reject it. */
  async expire(sync: Sync): Promise<void> {
    await this.database.query("update syncs set expires_at = now() where number = $1", [
      sync.number,
    ]);
    await expireWaiting(this.database);
  }

  /** Approves a run and stops it while it is being applied. Answers whether it was stopped in time. */
  async stopWhileApplying(sync: Sync): Promise<boolean> {
    await this.#decide(sync, "approve", "");
    await this.admin.decide(sync.id, "cancel");
    const { status } = await this.hr.waitFor(sync.id, ({ phase }) => phase === "done");
    return status === "failed";
  }

  async #decide(
    sync: Sync,
    verb: "approve" | "reject" | "cancel",
    comment?: string,
  ): Promise<void> {
    const possible = await this.admin.decide(sync.id, verb, comment === "" ? undefined : comment);
    if (!possible) throw new Error(`Sync #${sync.number} could not ${verb}.`);
  }
}
