import type { Team, User } from "../../src/contract/directory.ts";
import { formatId, parseId } from "../../src/contract/ids.ts";
import type { CallOptions, Method, TestApp } from "./test-app.ts";

/** Calls and expects one status; answers the body. */
export async function expectCall<T>(
  test: TestApp,
  status: number,
  method: Method,
  url: string,
  options: CallOptions = {},
): Promise<T> {
  const answer = await test.call(method, url, options);
  if (answer.statusCode !== status) {
    throw new Error(
      `${method} ${url} answered ${answer.statusCode}, not ${status}: ${answer.body}`,
    );
  }
  return answer.body === "" ? (undefined as T) : answer.json<T>();
}

/** A refusal, as far as tests look at it. */
export interface Refused {
  code: string;
  detail: string;
  errors?: { pointer: string; message: string }[];
}

let count = 0;

/** Adds a user by API with an address of its own unless one is given. */
export async function addUser(
  test: TestApp,
  body: object = {},
  options: CallOptions = {},
): Promise<User> {
  count += 1;
  const user = { email: `person${count}@example.com`, ...body };
  const answer = await expectCall<{ user: User }>(test, 201, "POST", "/api/v1/users", {
    ...options,
    body: user,
  });
  return answer.user;
}

/** Adds an admin who is active; roles are set in the database, as a key may not. */
export async function addAdmin(test: TestApp): Promise<User> {
  const user = await addUser(test);
  await test.database.query("update users set role = 'admin', state = 'active' where id = $1", [
    numberOf(user),
  ]);
  return readUser(test, user.id);
}

export async function addTeam(test: TestApp, name: string, parentId?: string): Promise<Team> {
  const body = parentId === undefined ? { name } : { name, parentId };
  return (await expectCall<{ team: Team }>(test, 201, "POST", "/api/v1/teams", { body })).team;
}

export async function readUser(test: TestApp, id: string): Promise<User> {
  return (await expectCall<{ user: User }>(test, 200, "GET", `/api/v1/users/${id}`)).user;
}

export async function readTeam(test: TestApp, id: string): Promise<Team> {
  return (await expectCall<{ team: Team }>(test, 200, "GET", `/api/v1/teams/${id}`)).team;
}

/** Calls one of the actions of a user; answers the user. */
export async function act(test: TestApp, id: string, action: string, body?: object): Promise<User> {
  const options = body === undefined ? {} : { body };
  return (
    await expectCall<{ user: User }>(test, 200, "POST", `/api/v1/users/${id}/${action}`, options)
  ).user;
}

/** The number behind a user's or team's id. */
export function numberOf({ id }: { id: string }): number {
  return parseId("user", id) ?? parseId("team", id) ?? Number.NaN;
}

/** The id of a user by its number. */
export function userIdOf(number: number): string {
  return formatId("user", number);
}

export interface AuditRecord {
  action: string;
  target_name: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** The audit rows of a target, oldest first. */
export async function readAudit(test: TestApp, targetId: string): Promise<AuditRecord[]> {
  const { rows } = await test.database.query<AuditRecord & { [key: string]: unknown }>(
    `select action, target_name, before, after from audit
      where workspace_id = $1 and target_id = $2 order by id`,
    [test.workspace.id, targetId],
  );
  return rows;
}
