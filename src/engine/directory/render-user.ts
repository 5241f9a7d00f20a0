import { ERASED_USER_NAME, type LinkedSource, type User } from "../../contract/directory.ts";
import { formatId } from "../../contract/ids.ts";
import type { UserRow } from "../../db/queries/read-users.ts";
import { restorableUntil } from "./remove-user.ts";

const FIELDS = new Set([
  "firstName",
  "lastName",
  "preferredName",
  "jobTitle",
  "languagePreferences",
  "productAssignations",
]);

/** Writes a user as the contract shows it. */
export function renderUser(row: UserRow, undoWindowDays: number): User {
  const { profile } = row;
  const erased = row.erased_at !== null;
  const isTombstone = row.state === "deleted" && !erased && row.removed_at !== null;
  return {
    id: formatId("user", row.id),
    externalId: row.external_id,
    source: renderSource(row),
    email: row.email,
    formerEmail: row.former_email,
    name: erased ? ERASED_USER_NAME : row.name,
    firstName: textOf(profile.firstName),
    lastName: textOf(profile.lastName),
    preferredName: textOf(profile.preferredName),
    jobTitle: textOf(profile.jobTitle),
    languagePreferences: textOf(profile.languagePreferences),
    status: row.state,
    role: row.role,
    directManager:
      row.manager_id === null
        ? null
        : renderNamed("user", { id: row.manager_id, name: row.manager_name ?? "" }),
    teams: row.teams.map((place) => ({ ...place, id: formatId("team", place.id) })),
    products: Array.isArray(profile.productAssignations) ? profile.productAssignations : [],
    properties: Object.fromEntries(
      Object.entries(profile).flatMap(([key, value]) =>
        FIELDS.has(key) ? [] : [[key, String(value)]],
      ),
    ),
    locks: Object.fromEntries(
      Object.entries(row.locks).map(([property, { by, at }]) => [
        property,
        { by, at: new Date(at).toISOString() },
      ]),
    ),
    invitation:
      row.invited_at === null || row.invitation_expires_at === null
        ? null
        : {
            createdAt: row.invited_at.toISOString(),
            expiresAt: row.invitation_expires_at.toISOString(),
            mail: row.mail_state ?? "none",
            failure: row.mail_failure,
          },
    removedBy: row.removed_by,
    removedAt: row.removed_at?.toISOString() ?? null,
    restorableUntil: isTombstone
      ? restorableUntil(row.removed_at!, undoWindowDays).toISOString()
      : null,
    erased,
    openIssues: row.open_issues,
    lastSync:
      row.last_sync_id === null || row.last_sync_number === null
        ? null
        : { id: formatId("sync", row.last_sync_id), number: row.last_sync_number },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}

/** The source that has claimed a record; `null` = none. */
export function renderSource(row: {
  source_id: number | null;
  source_kind: string | null;
  source_name: string | null;
  source_active: boolean | null;
  external_id: string | null;
}): LinkedSource | null {
  if (row.source_id === null || row.external_id === null) return null;
  return {
    id: formatId("source", row.source_id),
    kind: row.source_kind ?? "",
    name: row.source_name ?? "",
    active: row.source_active ?? false,
  };
}

/** A user or team by id and name. */
export function renderNamed(
  kind: "user" | "team",
  row: { id: number; name: string },
): { id: string; name: string } {
  return { id: formatId(kind, row.id), name: row.name };
}
