import { hire, leave, listReports, listTeamsOfPeople } from "./changes.ts";
import { memberLine, setColumn } from "./line-edits.ts";
import { addTeam, EMAIL_DOMAIN, personOf, type SourceTeam, teamNamed } from "./organisation.ts";
import { mappingOfSubteam } from "./source-files.ts";
import type { Stage } from "./stage.ts";

const CARE_TEAMS = [
  ["Support – Montréal", "Care – Americas"],
  ["Support – Kraków", "Care – Europe"],
  ["Support – Singapore", "Care – Asia-Pacific"],
] as const;

/** Three and a half weeks ago: a large reorganisation, previewed, held, and approved with a comment. */
export async function reorganise(stage: Stage): Promise<void> {
  const { clock, organisation, admin } = stage;
  clock.goTo(26, "15:00:00");
  planReorganisation(stage);
  await stage.push(undefined, { dryRun: true });
  clock.goTo(25, "02:00:00");
  const waiting = await stage.pushHeld();
  clock.goTo(25, "08:50:00");
  const edited = listReports(organisation, stage.kept).find(({ jobTitle }) =>
    jobTitle.includes("Care Specialist"),
  );
  const user = (await stage.usersByExternalId()).get(edited?.id ?? "");
  await admin.call("PATCH", `/users/${user?.id}`, { jobTitle: "Care Specialist, night shift" });
  clock.goTo(25, "09:25:00");
  await stage.approve(
    waiting,
    "Customer Experience becomes Customer Care on the 1st, as agreed with People. Checked against the list.",
  );

  clock.goTo(23, "02:00:00");
  stage.play({ hires: 3, leavers: 2, newTitles: 6, moves: 3 });
  await pushWithLoops(stage);
}

/** Three weeks ago: more hires than seats. */
export async function runOutOfSeats(stage: Stage): Promise<void> {
  const { clock, admin } = stage;
  clock.goTo(21, "17:00:00");
  const seats = (await admin.listUsers()).filter(({ status }) => status !== "deactivated").length;
  await admin.call("PATCH", "/workspace", { seatLimit: seats + 3 });
  clock.goTo(20, "02:00:00");
  stage.play({ hires: 8, newTitles: 6 });
  await stage.push();
  clock.goTo(20, "10:10:00");
  await admin.call("PATCH", "/workspace", { seatLimit: seats + 80 });
  clock.goTo(20, "10:15:00");
  await stage.push();
}

/** Two and a half weeks ago: a wrong domain waits until the corrected file takes its place; then one nobody looks at. */
export async function missDecisions(stage: Stage): Promise<void> {
  const { clock, organisation, random } = stage;
  clock.goTo(19, "02:00:00");
  stage.play({ hires: 2, leavers: 2, newTitles: 5 });
  await stage.pushHeld((files) =>
    setColumn(
      files.members.filter((line) => line.Country === "Ireland" || line.Country === "Spain"),
      "email",
      (line) => line.email?.replace(EMAIL_DOMAIN, "northwind-test.example") ?? "",
    ),
  );
  clock.goTo(18, "02:00:00");
  stage.play({ newTitles: 4, moves: 2 });
  await stage.push();

  clock.goTo(16, "02:00:00");
  const waiting = await stage.pushHeld((files) =>
    setColumn(files.teamsMappings, "isManager", () => ""),
  );
  clock.goTo(13, "11:20:00");
  const joiner = hire(organisation, random, clock.day);
  await stage.push(
    (files) => {
      files.members = [memberLine(files, joiner.id)];
    },
    { mode: "partial", only: "members" },
  );
  clock.goTo(9, "02:00:10");
  await stage.expire(waiting);
}

function planReorganisation(stage: Stage): void {
  const { organisation } = stage;
  const division = teamNamed(organisation, "Customer Experience");
  division.name = "Customer Care";
  for (const person of organisation.people) {
    if (person.division !== "Customer Experience") continue;
    person.division = "Customer Care";
    person.costCenter = "CC-740";
    person.jobTitle = person.jobTitle.replace("Support", "Care");
  }
  for (const [from, to] of CARE_TEAMS) replaceTeam(stage, teamNamed(organisation, from), to);
  // Events joins Customer Care; Workplace gets a lead of its own making.
  teamNamed(organisation, "Events").parentId = division.id;
  const workplace = teamNamed(organisation, "Workplace");
  const successor = workplace.memberIds.at(-1);
  if (successor !== undefined) workplace.managerIds = [successor];
}

function replaceTeam({ organisation }: Stage, old: SourceTeam, name: string): void {
  const team = addTeam(organisation, name, old.parentId);
  team.memberIds = old.memberIds;
  team.managerIds = old.managerIds;
  organisation.teams = organisation.teams.filter((one) => one !== old);
}

/** Lines that run in rings, of people and of teams; a second parent; and a manager who leaves. */
async function pushWithLoops(stage: Stage): Promise<void> {
  const { organisation, random, kept } = stage;
  const leads = listTeamsOfPeople(organisation)
    .map((team) => personOf(organisation, team.managerIds[0] ?? ""))
    .filter(({ id }) => !kept.has(id) && countReports(stage, id) > 2);
  const [inRing, leaver] = random.sample(leads, 2);
  const report = organisation.people.find(({ managerId }) => managerId === inRing?.id);
  if (inRing === undefined || leaver === undefined || report === undefined) {
    throw new Error("No team lead has reports.");
  }
  const orphans = organisation.people
    .filter(({ managerId }) => managerId === leaver.id)
    .slice(0, 2);
  const led = organisation.teams.find(({ managerIds }) => managerIds.includes(leaver.id));
  leave(organisation, leaver.id);
  const heir = led?.memberIds[0];
  if (heir !== undefined) led?.managerIds.push(heir);
  const finance = teamNamed(organisation, "Finance");
  const payroll = teamNamed(organisation, "Payroll");
  const people = teamNamed(organisation, "People");
  const learning = teamNamed(organisation, "Learning");
  await stage.push((files) => {
    memberLine(files, inRing.id).directManagerExternalId = report.id;
    for (const { id } of orphans) memberLine(files, id).directManagerExternalId = leaver.id;
    files.teamsMappings.push(
      mappingOfSubteam(people.id, payroll.id),
      mappingOfSubteam(learning.id, people.parentId ?? ""),
      mappingOfSubteam(finance.id, finance.id),
    );
  });
}

function countReports({ organisation }: Pick<Stage, "organisation">, id: string): number {
  return organisation.people.filter(({ managerId }) => managerId === id).length;
}
