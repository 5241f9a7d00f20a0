import type { Team, User } from "../../src/contract/directory.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { formOf, runQueued } from "./pushing.ts";
import { addTestWorkspace, type TestApp } from "./test-app.ts";

/** What an organisation's HR system writes, as CSV texts by part. */
export type Feed = Partial<Record<"members" | "teams" | "teamsMappings", string>>;

/** Sixty people in six teams, each with a manager, places and values. `company` makes others of them. */
export function makeFeed(company = "acme", idPrefix = ""): Required<Feed> {
  const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
  const id = (number: number) => `${idPrefix}${number}`;
  const members = numbers.map((number) =>
    [
      ...[id(number), `p${number}@${company}.example`, `"First, ${company} ${number}"`],
      ...[
        `Last ${company} ${number}`,
        "Lyon",
        "Engineer",
        number === 1 ? "" : id(1 + (number % 3)),
      ],
    ].join(","),
  );
  // The first three would stand in a ring, each other's managers.
  for (const number of [1, 2, 3]) members[number - 1] = members[number - 1]!.replace(/[^,]*$/, "");
  const teams = numbers.slice(0, 6).map((number) => `T${id(number)},Team ${company} ${number}`);
  const places = numbers.map((number) => {
    const isManager = number <= 6;
    return `T${id(1 + (number % 6))},${id(number)},true,${isManager},`;
  });
  return {
    members: file(
      "externalMemberId,email,firstName,lastName,city,jobTitle,directManagerExternalId",
      members,
    ),
    teams: file("externalTeamId,teamName", teams),
    teamsMappings: file("externalTeamId,externalMemberId,isMember,isManager,externalSubteamId", [
      ...places,
      `T${id(1)},,,,T${id(2)}`,
    ]),
  };
}

const file = (header: string, lines: string[]) => `${[header, ...lines].join("\n")}\n`;

/** A part with only some of its lines; the header is line 0. */
export function keepLines(text: string, keep: (line: number) => boolean): string {
  const lines = text.split("\n");
  return lines.filter((_, index) => index === 0 || keep(index)).join("\n");
}

/** What a push came to: a refusal, or a run as far as it goes without a person. */
export interface FeedResult {
  status: number;
  code: string | null;
  sync: Sync | null;
}

/** A workspace with the organisation in it, all of them active. */
export interface FeedWorld {
  push(feed: Feed | Buffer, query?: string): Promise<FeedResult>;
  decide(sync: Sync, decision: "approve" | "reject"): Promise<Sync>;
  users(): Promise<User[]>;
  teams(): Promise<Team[]>;
}

/** Makes a workspace of its own for each feed, so that none meets what another has left. */
export async function openFeedWorld(test: TestApp): Promise<FeedWorld> {
  const { id, keys } = await addTestWorkspace(test.database, "Feed");
  const key = keys.readWrite;
  const read = async <T>(path: string) =>
    (await test.call("GET", `/api/v1${path}`, { key })).json<T>();
  const syncOf = async ({ id }: Sync) => (await read<{ sync: Sync }>(`/syncs/${id}`)).sync;
  const world: FeedWorld = {
    async push(feed, query = "") {
      const form = formOf(
        Object.entries(feed instanceof Buffer ? {} : feed).map(([name, text]) => ({ name, text })),
      );
      const { headers } = form;
      const body = feed instanceof Buffer ? feed : form.body;
      const url = `/api/v1/provisioning/csv${query}`;
      const answer = await test.call("POST", url, { key, headers, body });
      if (answer.statusCode !== 202) {
        return {
          status: answer.statusCode,
          code: answer.json<{ code: string }>().code,
          sync: null,
        };
      }
      await runQueued(test);
      return { status: 202, code: null, sync: await syncOf(answer.json<{ sync: Sync }>().sync) };
    },
    async decide(sync, decision) {
      const url = `/api/v1/syncs/${sync.id}/${decision}`;
      const answer = await test.call("POST", url, { key, body: {} });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      await runQueued(test);
      return syncOf(sync);
    },
    users: async () => {
      const states = "created,invited,active,deactivated,deleted";
      const { items } = await read<{ items: User[] }>(`/users?limit=200&status=${states}`);
      // The newest report that names somebody is no part of the directory: it may be one that was never applied.
      return items.map((user) => ({ ...user, lastSync: null }));
    },
    teams: async () => (await read<{ items: Team[] }>("/teams?limit=200")).items,
  };
  const { sync } = await world.push(makeFeed());
  if (sync?.status !== "completed") throw new Error("The organisation was not taken in.");
  await test.database.query("update users set state = 'active' where workspace_id = $1", [id]);
  return world;
}

/** How much of what was there is gone or somebody else's, counted from outside. */
export interface Losses {
  users: number;
  teams: number;
  places: number;
  teamManagers: number;
  directManagers: number;
  values: Record<string, number>;
  identities: number;
}

/** Compares the directory before and after, as a person would who looks at the lists. */
export function countLosses(
  before: { users: User[]; teams: Team[] },
  after: { users: User[]; teams: Team[] },
): Losses {
  const now = new Map(after.users.map((user) => [user.id, user]));
  const losses: Losses = {
    ...{ users: 0, places: 0, teamManagers: 0, directManagers: 0, values: {}, identities: 0 },
    teams: before.teams.filter(({ id }) => !after.teams.some((team) => team.id === id)).length,
  };
  const teamsLeft = new Set(after.teams.map(({ id }) => id));
  for (const was of before.users) {
    const is = now.get(was.id);
    if (is === undefined || is.status === "deactivated" || is.status === "deleted") {
      losses.users += 1;
      continue;
    }
    for (const place of was.teams.filter(({ id }) => teamsLeft.has(id))) {
      const kept = is.teams.find(({ id }) => id === place.id);
      if (place.isMember && kept?.isMember !== true) losses.places += 1;
      if (place.isManager && kept?.isManager !== true) losses.teamManagers += 1;
    }
    const leads = was.directManager !== null && now.get(was.directManager.id)?.status !== "deleted";
    if (leads && is.directManager === null) losses.directManagers += 1;
    for (const [key, value] of valuesOf(was)) {
      if (value !== null && new Map(valuesOf(is)).get(key) === null)
        losses.values[key] = (losses.values[key] ?? 0) + 1;
    }
    const renamed = was.firstName !== is.firstName && was.lastName !== is.lastName;
    if (was.email !== is.email || renamed) losses.identities += 1;
  }
  return losses;
}

function valuesOf(user: User): [string, string | null][] {
  const { firstName, lastName, jobTitle, properties } = user;
  return [...Object.entries({ firstName, lastName, jobTitle }), ["city", properties.city ?? null]];
}
