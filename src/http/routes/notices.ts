import { withNoticeDefaults } from "../../contract/notice-events.ts";
import { NoticeList, NoticesPatch, OwnNotices } from "../../contract/notices.ts";
import { listNoticeChoices } from "../../db/queries/notices.ts";
import { requireAccount } from "../../engine/accounts.ts";
import { notFound } from "../../engine/engine-error.ts";
import { chooseNotices } from "../../engine/notices/choose-notices.ts";
import type { RoutePlugin } from "../app.ts";

const tags = ["Email"];
/** Whoever may look. Own choices are for people: a key has no address. */
const config = { access: "read" } as const;

/** Who gets mail about syncs (screens, section 3.8). */
export const noticeRoutes: RoutePlugin = (app, { database, config: { smtpUrl } }) => {
  const mailIsSetUp = smtpUrl !== undefined;

  async function listAll(workspaceId: number) {
    const rows = await listNoticeChoices(database, workspaceId);
    return rows.map(({ id, name, role, choices }) => ({
      ...{ id, name, role },
      notices: withNoticeDefaults(role, choices),
    }));
  }

  app.get(
    "/api/v1/notices",
    {
      config,
      schema: {
        summary: "List who gets which email about syncs",
        description: "Everybody who may sign in to the workspace, by name.",
        tags,
        response: { 200: NoticeList },
      },
    },
    async ({ actor }) => ({
      mailIsSetUp,
      items: await listAll(actor.workspaceId),
      nextCursor: null,
    }),
  );

  app.get(
    "/api/v1/me/notices",
    {
      config,
      schema: {
        summary: "Which email about syncs one gets",
        description: "In the workspace that one looks at. People only, not keys.",
        tags,
        response: { 200: OwnNotices },
      },
    },
    async ({ actor }) => {
      const accountId = requireAccount(actor);
      const own = (await listAll(actor.workspaceId)).find(({ id }) => id === accountId);
      if (own === undefined) throw notFound("admin");
      return { mailIsSetUp, notices: own.notices };
    },
  );

  app.patch(
    "/api/v1/me/notices",
    {
      config,
      schema: {
        summary: "Choose which email about syncs one gets",
        description:
          "Only the keys given change. Without a choice, admins are told when a sync needs approval or failed, and viewers of nothing. " +
          "People only, not keys; each for themself, whatever their role.",
        tags,
        body: NoticesPatch,
        response: { 200: OwnNotices },
      },
    },
    async ({ actor, body }) => ({
      mailIsSetUp,
      notices: await chooseNotices(database, actor, body),
    }),
  );
};
