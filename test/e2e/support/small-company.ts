import type { User } from "../../../src/contract/directory.ts";
import type { Sync } from "../../../src/contract/sync.ts";
import type { TestServer } from "./test-server.ts";

const HEADER =
  "externalMemberId,email,firstName,lastName,jobTitle,directManagerExternalId,hireDate";

/** A line of three, and many others, so that a list has to be scrolled. */
const PEOPLE = [
  "NW-1,bea@northwind.example,Bea,Boss,Head of all,,2019-01-07",
  "NW-2,max@northwind.example,Max,Middle,Team lead,NW-1,2020-03-02",
  "NW-3,mia@northwind.example,Mia,Roy,Clerk,NW-2,2021-05-03",
  "NW-4,zoe@northwind.example,Zoé,Adam,Analyst,NW-2,2022-06-01",
];
const OTHERS = Array.from({ length: 300 }, (_, at) => {
  const number = String(at + 1).padStart(3, "0");
  return `P-${number},person.${number}@northwind.example,Person,Nº ${number},,,`;
});

const TEAMS = "externalTeamId,teamName\nT-1,Everybody\nT-2,Crew\nT-3,Night shift\n";
const PLACES = [
  "externalTeamId,externalMemberId,externalSubteamId,isMember,isManager",
  "T-1,,T-2,,",
  "T-1,,T-3,,",
  "T-1,NW-1,,false,true",
  "T-2,NW-2,,true,true",
  "T-2,NW-3,,true,false",
  "T-2,NW-4,,true,false",
].join("\n");

/** Pushes everybody: a first sync of a whole company. */
export async function pushCompany(server: TestServer): Promise<Sync> {
  return finish(
    server,
    await server.pushCsv({
      members: [HEADER, ...PEOPLE, ...OTHERS].join("\n"),
      teams: TEAMS,
      teamsMappings: PLACES,
    }),
  );
}

/** Pushes rows of some people; the others stay as they are. */
export async function pushRows(server: TestServer, ...rows: string[]): Promise<Sync> {
  const members = [HEADER, ...rows].join("\n");
  return finish(server, await server.pushCsv({ members }, "?mode=partial"));
}

async function finish(server: TestServer, sync: Sync): Promise<Sync> {
  if (sync.phase === "awaiting_approval") await server.client.decide(sync.id, "approve");
  return server.script.settle(sync.id);
}

/** The one user whom a search finds. */
export async function findUser(server: TestServer, q: string): Promise<User> {
  const query = `?q=${encodeURIComponent(q)}&status=created,invited,active,deactivated,deleted`;
  const answer = await server.client.call<{ items: User[] }>("GET", `/users${query}`);
  const [user] = answer.items;
  if (user === undefined || answer.items.length > 1) {
    throw new Error(`"${q}" finds ${answer.items.length} users, not one.`);
  }
  return user;
}
