import type { Workspace } from "../contract/workspace.ts";
import { hire, leave, listReports } from "./changes.ts";
import { dropColumn, memberLine, setColumn } from "./line-edits.ts";
import { teamNamed } from "./organisation.ts";
import { mappingOfMember } from "./source-files.ts";
import type { Stage } from "./stage.ts";

const STOP_TRIES = 6;

/** Last week: doubts about who is who, and a run stopped while it was being applied. */
export async function meetDoubts(stage: Stage): Promise<void> {
  const { clock, organisation, random, kept, admin } = stage;
  clock.goTo(9, "16:00:00");
  const users = await stage.usersByExternalId();
  const reports = listReports(organisation, kept);
  const [suspended] = random.sample(
    reports.filter(({ id }) => users.get(id)?.status === "active"),
    1,
  );
  await admin.call("POST", `/users/${users.get(suspended?.id ?? "")?.id}/deactivate`);

  clock.goTo(8, "02:00:00");
  stage.play({ hires: 3, leavers: 2, newTitles: 8, moves: 2, relocations: 2 });
  const former = [...users.values()].find(
    ({ status, removedBy }) => status === "deactivated" && removedBy === "sync",
  );
  const recycled = hire(organisation, random, clock.day);
  recycled.email = former?.email ?? recycled.email;
  const [twin, long] = random.sample(listReports(organisation, kept), 2);
  await stage.push((files) => {
    files.members.push({ ...memberLine(files, twin?.id ?? ""), jobTitle: "Controller" });
    files.members.push({ ...memberLine(files, twin?.id ?? ""), externalMemberId: "NW-7001" });
    memberLine(files, long?.id ?? "").lastName = "x".repeat(240);
  });
  leave(organisation, recycled.id);

  await stopARun(stage);
  await renameAColumn(stage);
}

/** The last days: invitations without a product, an admin missing from the file, quiet nights, and today's file. */
export async function reachToday(stage: Stage): Promise<void> {
  const { clock, organisation, random, kept } = stage;
  clock.goTo(5, "02:00:00");
  stage.play({ newTitles: 6, moves: 2 });
  const recode = await stage.pushHeld((files) =>
    setColumn(files.members, "Cost center", (line) => `${line["Cost center"]}-TEST`),
  );
  clock.goTo(5, "08:31:00");
  await stage.cancel(recode);

  await loseTheDefaultProduct(stage);

  clock.goTo(3, "02:00:00");
  stage.play({ hires: 4, leavers: 3, newTitles: 9, moves: 4, relocations: 3 });
  await stage.push();
  clock.goTo(2, "02:00:00");
  await stage.push();
  clock.goTo(2, "10:00:00");
  await stage.activate(0.4);
  await keepATitle(stage);
  clock.goTo(1, "02:00:00");
  stage.play({ hires: 2, leavers: 2, newTitles: 11, moves: 3, relocations: 2 });
  const [unknown, misspelt] = random.sample(listReports(organisation, kept), 2);
  await stage.push((files) => {
    memberLine(files, unknown?.id ?? "").directManagerExternalId = "NW-0932";
    memberLine(files, misspelt?.id ?? "").email = `${misspelt?.firstName}@@northwind`;
    setColumn(files.members, "Departement", (line) => line.Department ?? "");
  });
  await waitToday(stage);
}

/** Somebody leads a team for a while, which the HR system does not say: the title is set by hand, and locked. */
async function keepATitle(stage: Stage): Promise<void> {
  const { organisation, kept, admin } = stage;
  const users = await stage.usersByExternalId();
  const acting = listReports(organisation, kept).find(
    ({ id }) => users.get(id)?.status === "active",
  );
  if (acting === undefined) return;
  kept.add(acting.id);
  await admin.call("PATCH", `/users/${users.get(acting.id)?.id}`, {
    ...{ jobTitle: "Acting team lead", locked: { jobTitle: true } },
  });
}

/** Nobody can be invited while new people get no product; an admin is missing from the next file. */
async function loseTheDefaultProduct(stage: Stage): Promise<void> {
  const { clock, organisation, random, kept, admin } = stage;
  clock.goTo(5, "15:02:00");
  const { defaultProduct } = await admin.call<Workspace>("GET", "/workspace");
  await admin.call("PATCH", "/workspace", { defaultProduct: null });
  clock.goTo(5, "15:30:00");
  const joiners = [1, 2, 3].map(() => hire(organisation, random, clock.day));
  await stage.push(
    (files) => {
      files.members = joiners.map(({ id }) => memberLine(files, id));
    },
    { mode: "partial", only: "members" },
  );
  clock.goTo(5, "16:10:00");
  await admin.call("PATCH", "/workspace", { defaultProduct });

  clock.goTo(4, "02:00:00");
  stage.play({ hires: 2, newTitles: 7, moves: 1 });
  const [absentAdmin, renamedAdmin] = [...kept];
  const [oddDate] = random.sample(listReports(organisation, kept), 1);
  await stage.push((files) => {
    memberLine(files, oddDate?.id ?? "")["Hire date"] = "31/02/2025";
    memberLine(files, renamedAdmin ?? "").email = "helpdesk.lead@northwind.example";
    files.members = files.members.filter((line) => line.externalMemberId !== absentAdmin);
  });
}

/** A new cost center plan is approved by mistake and stopped at once; an hour later the right one goes through. */
async function stopARun(stage: Stage): Promise<void> {
  const { clock, organisation } = stage;
  clock.goTo(7, "13:05:00");
  let stopped = false;
  for (let turn = 1; turn <= STOP_TRIES && !stopped; turn++) {
    stage.play({ hires: 4, leavers: 4, newTitles: 4, moves: 4 });
    // A run of a few hundred updates may be through before it is stopped: then the next one is.
    const waiting = await stage.pushHeld((files) =>
      setColumn(files.members, "Cost center", (line) => `${line["Cost center"]}-${turn}`),
    );
    stopped = await stage.stopWhileApplying(waiting);
  }
  if (!stopped) throw new Error("No run could be stopped while it was being applied.");
  clock.goTo(7, "14:10:00");
  for (const person of organisation.people)
    person.costCenter = person.costCenter.replace("CC-", "NW-");
  const right = await stage.pushHeld();
  clock.goTo(7, "14:32:00");
  await stage.approve(right, "This is the plan that Finance signed.");
}

/** Somebody renames a column of the export: two pushes are refused until it is as it was. */
async function renameAColumn(stage: Stage): Promise<void> {
  const { clock } = stage;
  clock.goTo(6, "02:00:00");
  await stage.pushRefused((files) => {
    setColumn(files.members, "Work email", (line) => line.email ?? "");
    dropColumn(files.members, "email");
  });
  clock.goTo(6, "08:47:00");
  await stage.pushRefused((files) => setColumn(files.members, "Email", (line) => line.email ?? ""));
}

/** Today: Marketing and Procurement go to an agency. More leave than one run may remove, so it waits. */
async function waitToday(stage: Stage): Promise<void> {
  const { clock, organisation, random, kept } = stage;
  clock.goToMinutesAgo(95);
  const marketing = teamNamed(organisation, "Marketing");
  const procurement = teamNamed(organisation, "Procurement");
  const closed = organisation.teams.filter(
    (team) => team.parentId === marketing.id || team === procurement,
  );
  const staying = new Set([...kept, ...marketing.managerIds]);
  const leaving = organisation.people.filter(
    ({ department, id }) =>
      !staying.has(id) && (department === "Marketing" || procurement.memberIds.includes(id)),
  );
  stage.play({ hires: 2, newTitles: 5 });
  for (const { id } of leaving) leave(organisation, id);
  organisation.teams = organisation.teams.filter((team) => !closed.includes(team));
  const [noEmail, unknown, self, oddDate] = random.sample(listReports(organisation, kept), 4);
  await stage.pushHeld((files) => {
    memberLine(files, noEmail?.id ?? "").email = "";
    memberLine(files, unknown?.id ?? "").directManagerExternalId = "NW-0932";
    memberLine(files, self?.id ?? "").directManagerExternalId = self?.id ?? "";
    memberLine(files, oddDate?.id ?? "")["Hire date"] = "soon";
    files.teamsMappings.push(mappingOfMember("T-900", oddDate?.id ?? "", true, false));
  });
}
