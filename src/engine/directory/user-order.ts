import type { Database } from "../../db/database.ts";
import { readUserOrder, readUsersAt, type UserRow } from "../../db/queries/read-users.ts";
import type { UserFilter } from "../../db/queries/user-filter.ts";
import { readDirectoryVersion } from "../../db/queries/workspaces.ts";
import { BoundedCache } from "../report/bounded-cache.ts";

/** Rows of the list of users from a position on, and how many there are in all. */
export interface UserWindow {
  rows: UserRow[];
  total: number;
}

/**
 * Answers any window of the list of users. The order of a filter's users is sorted once and kept while the directory
 * stays as it is, so that a scroll bar dragged through a hundred thousand rows does not sort them for each page.
 */
export class UserOrder {
  readonly #database: Database;
  readonly #orders = new BoundedCache<Float64Array>({
    maxBytes: 32 * 1024 * 1024,
    keepMs: 60_000,
  });

  constructor(database: Database) {
    this.#database = database;
  }

  async readWindow(
    workspaceId: number,
    filter: UserFilter,
    window: { offset: number; limit: number },
  ): Promise<UserWindow> {
    const order = await this.#readOrder(workspaceId, filter);
    const ids = [...order.subarray(window.offset, window.offset + window.limit)];
    const rows = ids.length === 0 ? [] : await readUsersAt(this.#database, workspaceId, ids);
    return { rows, total: order.length };
  }

  async #readOrder(workspaceId: number, filter: UserFilter): Promise<Float64Array> {
    // Read before the order: one that is newer than its version is only sorted once more.
    const version = await readDirectoryVersion(this.#database, workspaceId);
    const key = JSON.stringify([workspaceId, version, filter]);
    const known = this.#orders.get(key);
    if (known !== undefined) return known;
    const order = await readUserOrder(this.#database, workspaceId, filter);
    this.#orders.put(key, order, 1024 + order.byteLength);
    return order;
  }
}
