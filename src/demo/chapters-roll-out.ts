import type { User } from "../contract/directory.ts";
import type { Workspace } from "../contract/workspace.ts";
import { comeBack, hire, leave, listReports, listTeamsOfPeople } from "./changes.ts";
import { dropColumn, memberLine, setColumn, teamLine } from "./line-edits.ts";
import { personOf, teamNamed } from "./organisation.ts";
import { mappingOfMember } from "./source-files.ts";
import type { FileEdit, Stage } from "./stage.ts";

const PILOT_TEAM = "IT Helpdesk";

/** Six weeks ago: a pilot by hand, a preview, and the first import, which joins what the pilot made. */
export async function rollOut(stage: Stage): Promise<void> {
  const { clock, admin, organisation } = stage;
  clock.goTo(43, "14:20:00");
  const workspace = await admin.call<Workspace>("GET", "/workspace");
  const products = [...workspace.products, "Surveys", "Recognition"];
  await admin.call("PATCH", "/workspace", { products, timeZone: "Europe/Dublin" });
  const pilots = await addPilotByHand(stage);

  for (const person of organisation.people) {
    if (person.division === "People & Legal") person.products = [products[0] ?? "", "Surveys"];
  }
  const [noEmail, ...oldProduct] = stage.random.sample(listReports(organisation, stage.kept), 3);
  const edit: FileEdit = (files) => {
    setColumn(files.members, "Badge number", (line) => `B${line.externalMemberId?.slice(3)}`);
    memberLine(files, noEmail?.id ?? "").email = "";
    for (const { id } of oldProduct)
      memberLine(files, id).productAssignations = "Good Vibes;Surveys";
  };
  clock.goTo(42, "09:12:00");
  await stage.push(edit, { dryRun: true });
  clock.goTo(42, "10:05:00");
  await stage.push(edit);

  clock.goTo(41, "09:00:00");
  await stage.activate(0.9);
  for (const { id } of pilots.slice(0, 2)) {
    await admin.call("PATCH", `/users/${id}`, { role: "admin" });
  }
  clock.goTo(40, "02:00:00");
  await stage.push();
}

/** Five weeks ago: ordinary weeks with the flaws that files of people have. */
export async function settleIn(stage: Stage): Promise<void> {
  const { clock, organisation, random, kept } = stage;
  clock.goTo(38, "02:00:00");
  stage.play({ hires: 4, leavers: 3, newTitles: 9, moves: 3, relocations: 2 });
  await stage.push();

  clock.goTo(36, "02:00:00");
  stage.play({ hires: 2, newTitles: 5, moves: 2 });
  const newcomer = hire(organisation, random, clock.day);
  const [self, unknown, top] = random.sample(listReports(organisation, kept), 3);
  await stage.push((files) => {
    memberLine(files, newcomer.id).email = "not provided";
    memberLine(files, self?.id ?? "").directManagerExternalId = self?.id ?? "";
    memberLine(files, unknown?.id ?? "").directManagerExternalId = "NW-0417";
    memberLine(files, top?.id ?? "").directManagerExternalId = newcomer.id;
  });

  clock.goTo(34, "02:00:00");
  stage.play({ hires: 3, newTitles: 6, moves: 4 });
  const team = random.pick(listTeamsOfPeople(organisation));
  const [moved] = random.sample(listReports(organisation, kept), 1);
  await stage.push((files) => {
    files.teams.push({ externalTeamId: "T-900", teamName: "" });
    files.teamsMappings.push(
      mappingOfMember("T-900", moved?.id ?? "", true, false),
      mappingOfMember(team.id, "NW-0417", true, false),
    );
  });
  await admitLeaveOfAbsence(stage);
}

/** Four weeks ago: half a file arrives, waits, and is refused; the whole one follows. */
export async function receiveHalfAFile(stage: Stage): Promise<void> {
  const { clock } = stage;
  clock.goTo(29, "02:00:00");
  stage.play({ hires: 3, leavers: 2, newTitles: 7, moves: 2, relocations: 2 });
  const half = await stage.pushHeld((files) => {
    files.members = files.members.slice(0, Math.ceil(files.members.length / 2));
  });
  clock.goTo(29, "09:14:00");
  await stage.reject(
    half,
    "The export stopped half-way: the file ends at the Revenue division. HR IT sends it again.",
  );
  clock.goTo(29, "10:40:00");
  await stage.push();

  clock.goTo(28, "11:00:00");
  await stage.admin.call("PATCH", "/provisioning/settings", {
    automaticInvite: true,
    thresholds: { users: 60 },
  });
  clock.goTo(28, "14:30:00");
  const joiners = [
    hire(stage.organisation, stage.random, clock.day),
    hire(stage.organisation, stage.random, clock.day),
  ];
  await stage.push(
    (files) => {
      files.members = joiners.map(({ id }) => memberLine(files, id));
    },
    { mode: "partial", only: "members" },
  );
  clock.goTo(27, "02:00:00");
  stage.play({ hires: 4, leavers: 2, newTitles: 8, moves: 3 });
  await stage.push((files) => {
    const [first] = files.teams;
    if (first !== undefined)
      teamLine(files, first.externalTeamId ?? "").teamName = `${first.teamName} `;
  });
}

/** Two people go on leave and lose access; one of them is back a few days later. */
async function admitLeaveOfAbsence(stage: Stage): Promise<void> {
  const { clock, organisation, random, kept } = stage;
  clock.goTo(32, "02:00:00");
  stage.play({ hires: 1, newTitles: 4 });
  const users = await stage.usersByExternalId();
  const active = listReports(organisation, kept).filter(
    ({ id }) => users.get(id)?.status === "active",
  );
  const [away, gone] = random.sample(active, 2);
  const team = organisation.teams.find(({ memberIds }) => memberIds.includes(away?.id ?? ""));
  if (away === undefined || gone === undefined || team === undefined)
    throw new Error("Nobody is active.");
  leave(organisation, away.id);
  leave(organisation, gone.id);
  await stage.push();
  clock.goTo(30, "02:00:00");
  comeBack(organisation, away, team);
  stage.play({ newTitles: 5, moves: 2 });
  const [top] = random.sample(listReports(organisation, kept), 1);
  await stage.push((files) => {
    memberLine(files, top?.id ?? "").directManagerExternalId = "";
    dropColumn(files.members, "State/Province");
  });
}

/** People and teams added by hand before there was a feed; one of them is not in the HR system at all. */
async function addPilotByHand({ admin, organisation, kept }: Stage): Promise<User[]> {
  const pilots: User[] = [];
  for (const id of teamNamed(organisation, PILOT_TEAM).memberIds.slice(0, 8)) {
    const { email, firstName, lastName } = personOf(organisation, id);
    kept.add(id);
    const { user } = await admin.call<{ user: User }>("POST", "/users", {
      email,
      firstName,
      lastName,
    });
    await admin.call("POST", `/users/${user.id}/activate`);
    pilots.push(user);
  }
  await admin.call("POST", "/users", {
    email: "morgan.reyes@partner.example",
    firstName: "Morgan",
    lastName: "Reyes",
    jobTitle: "Roll-out consultant",
  });
  await admin.call("POST", "/teams", { name: PILOT_TEAM });
  await admin.call("POST", "/teams", { name: "Learning" });
  return pilots;
}
