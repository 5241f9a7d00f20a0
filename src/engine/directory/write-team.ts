import type { NewTeam, TeamChange } from "../../contract/directory.ts";
import { formatId, parseId } from "../../contract/ids.ts";
import type { Database } from "../../db/database.ts";
import { type ChainLink, readParentChain } from "../../db/queries/check-directory.ts";
import {
  clearSubteams,
  deletePlacesOfTeam,
  deleteTeamRow,
  insertTeam,
  updateTeam as updateTeamRow,
} from "../../db/queries/write-teams.ts";
import type { Actor } from "../actor.ts";
import { writeAudit } from "../audit.ts";
import { EngineError } from "../engine-error.ts";
import { compareValues, isEmptyChange, linkedEnd } from "./audit-changes.ts";
import { changeDirectory, type DirectoryChange, takeTeam } from "./change-directory.ts";
import { checkTeamName, refuse } from "./user-values.ts";

const POINTER = "/parentId";

/** Adds a team by hand; answers its id. Names need not be unique. */
export async function createTeam(
  database: Database,
  actor: Actor,
  given: NewTeam,
): Promise<number> {
  return changeDirectory(database, actor, async (change) => {
    const { transaction, workspaceId } = change;
    const name = checkTeamName(given.name);
    const parent = given.parentId ? await takeParent(change, given.parentId, null) : null;
    const id = await insertTeam(transaction, workspaceId, name, parent?.id ?? null);
    await writeAudit(transaction, actor, {
      action: "team_created",
      target: { type: "team", id: formatId("team", id), name },
      ...compareValues({}, { name, parent: linkedEnd("team", parent) }),
    });
    return id;
  });
}

/** Renames or moves a team. */
export async function updateTeam(
  database: Database,
  actor: Actor,
  teamId: number,
  given: TeamChange,
): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    const team = await takeTeam(change, teamId);
    const name = given.name === undefined ? team.name : checkTeamName(given.name);
    const present =
      team.parent_id === null ? null : { id: team.parent_id, name: team.parent_name ?? "" };
    const parent = await chooseParent(change, given.parentId, present, teamId);
    const changes = compareValues(
      { name: team.name, parent: linkedEnd("team", present) },
      { name, parent: linkedEnd("team", parent) },
    );
    if (isEmptyChange(changes)) return;
    await updateTeamRow(change.transaction, change.workspaceId, teamId, name, parent?.id ?? null);
    await writeAudit(change.transaction, actor, {
      action:
        "parent" in changes.after
          ? "name" in changes.after
            ? "team_updated"
            : "team_moved"
          : "team_renamed",
      target: { type: "team", id: formatId("team", teamId), name },
      ...changes,
    });
  });
}

/** Deletes a team: its places and its nesting go with it, users never do (domain rules, section 7). */
export async function deleteTeam(database: Database, actor: Actor, teamId: number): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    const { transaction, workspaceId } = change;
    const team = await takeTeam(change, teamId);
    const places = await deletePlacesOfTeam(transaction, workspaceId, teamId);
    const subteams = await clearSubteams(transaction, workspaceId, teamId);
    await deleteTeamRow(transaction, workspaceId, teamId);
    const links = {
      members: places.filter((place) => place.is_member).map((place) => linkedEnd("user", place)),
      managers: places.filter((place) => place.is_manager).map((place) => linkedEnd("user", place)),
      subteams: subteams.map((subteam) => linkedEnd("team", subteam)),
    };
    await writeAudit(transaction, actor, {
      action: "team_deleted",
      target: { type: "team", id: formatId("team", teamId), name: team.name },
      before: {
        name: team.name,
        ...Object.fromEntries(Object.entries(links).filter(([, ends]) => ends.length > 0)),
      },
      after: null,
    });
  });
}

async function chooseParent(
  change: DirectoryChange,
  given: string | null | undefined,
  present: ChainLink | null,
  teamId: number,
): Promise<ChainLink | null> {
  if (given === undefined) return present;
  if (given === null || given === "") return null;
  if (present !== null && given === formatId("team", present.id)) return present;
  return takeParent(change, given, teamId);
}

/** The team that is to be a parent; refuses a loop with 409 `subteam_cycle`. */
async function takeParent(
  change: DirectoryChange,
  parentId: string,
  teamId: number | null,
): Promise<ChainLink> {
  const id = parseId("team", parentId);
  const chain =
    id === null ? [] : await readParentChain(change.transaction, change.workspaceId, id);
  const parent = chain[0];
  if (parent === undefined) {
    const message = "names no team of this workspace";
    refuse([{ pointer: POINTER, message, fault: "unknown_team" }]);
  }
  const at = chain.findIndex((link) => link.id === teamId);
  if (at < 0) return parent!;
  const names = chain.slice(0, at + 1).map((link) => link.name);
  const ring = [names.at(-1)!, ...names];
  throw new EngineError(
    409,
    "subteam_cycle",
    at === 0
      ? "A team cannot be its own subteam."
      : `The nesting would loop: ${ring.join(" stands under ")}.`,
    [{ pointer: POINTER, message: "would close a loop", fault: "loop" }],
    { ring },
  );
}
