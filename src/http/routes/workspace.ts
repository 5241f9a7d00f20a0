import { formatId } from "../../contract/ids.ts";
import { ProvisioningSettings, SettingsPatch, withDefaults } from "../../contract/settings.ts";
import { Workspace, WorkspacePatch } from "../../contract/workspace.ts";
import { readWorkspace, type WorkspaceRow } from "../../db/queries/workspaces.ts";
import { updateSettings } from "../../engine/update-settings.ts";
import { updateWorkspace } from "../../engine/update-workspace.ts";
import type { RoutePlugin } from "../app.ts";

const tags = ["Workspace"];

/** The workspace and its provisioning settings. */
export const workspaceRoutes: RoutePlugin = (app, { database }) => {
  app.get(
    "/api/v1/workspace",
    {
      config: { access: "read" },
      schema: { summary: "Read the workspace", tags, response: { 200: Workspace } },
    },
    async (request) => render(await readWorkspace(database, request.actor.workspaceId)),
  );

  app.patch(
    "/api/v1/workspace",
    {
      config: { access: "read_write" },
      schema: {
        summary: "Change the workspace",
        description: "Only the keys given change; seatLimit null = no limit.",
        tags,
        body: WorkspacePatch,
        response: { 200: Workspace },
      },
    },
    async (request) => render(await updateWorkspace(database, request.actor, request.body)),
  );

  app.get(
    "/api/v1/provisioning/settings",
    {
      config: { access: "read" },
      schema: {
        summary: "Read the provisioning settings",
        tags,
        response: { 200: ProvisioningSettings },
      },
    },
    async (request) =>
      withDefaults((await readWorkspace(database, request.actor.workspaceId)).settings),
  );

  app.patch(
    "/api/v1/provisioning/settings",
    {
      config: { access: "read_write" },
      schema: {
        summary: "Change provisioning settings",
        description:
          "Only the keys given change, within thresholds too; a limit of null = no limit.",
        tags,
        body: SettingsPatch,
        response: { 200: ProvisioningSettings },
      },
    },
    (request) => updateSettings(database, request.actor, request.body),
  );
};

function render(row: WorkspaceRow): Workspace {
  return {
    id: formatId("workspace", row.id),
    name: row.name,
    seatLimit: row.seat_limit,
    products: row.products,
    defaultProduct: row.default_product,
    timeZone: row.time_zone,
    defaultLanguage: row.default_language,
    createdAt: row.created_at.toISOString(),
  };
}
