import { Type } from "typebox";
import { formatId } from "../../contract/ids.ts";
import { labelOf } from "../../contract/labels.ts";
import type { Language } from "../../contract/language.ts";
import {
  type Cause,
  CauseExpectation,
  CauseList,
  LanguageQuery,
} from "../../contract/report-queries.ts";
import { expectCause } from "../../engine/expect-cause.ts";
import { type FoundCause, findCauses } from "../../engine/report/find-causes.ts";
import type { RoutePlugin } from "../app.ts";
import { findSync } from "../find-sync.ts";

const SyncParams = Type.Object({
  id: Type.String({ description: "Id (syn_…) or number of the sync." }),
});
const tags = ["Syncs"];

/** Why a report has its issues (http contract, "Provisioning"). */
export const causeRoutes: RoutePlugin = (app, { database, config: { productName } }) => {
  app.get(
    "/api/v1/syncs/:id/causes",
    {
      config: { access: "read", alsoPush: true },
      schema: {
        summary: "List the issues of a report by root cause",
        description: "Most people first. A cause is one issue type with one reason.",
        tags,
        params: SyncParams,
        querystring: LanguageQuery,
        response: { 200: CauseList },
      },
    },
    async ({ actor, params, query }) => {
      const causes = await findCauses(database, await findSync(database, actor, params.id));
      return { items: causes.map((cause) => render(cause, query.lang ?? "en", productName)) };
    },
  );

  app.put(
    "/api/v1/syncs/:id/causes/expected",
    {
      config: { access: "read_write" },
      schema: {
        summary: "Mark a cause as expected, or take the mark away",
        description:
          "An expected cause is left out of counts, here and in later syncs, until other people, teams or columns have it; of locked values also until another one is kept or brought. " +
          "404 where the report does not have the cause.",
        tags,
        params: SyncParams,
        querystring: LanguageQuery,
        body: CauseExpectation,
        response: { 200: CauseList },
      },
    },
    async ({ actor, params, query, body }) => {
      const { expected, ...cause } = body;
      const { id } = params;
      await expectCause(database, actor, await findSync(database, actor, id), cause, expected);
      const causes = await findCauses(database, await findSync(database, actor, id));
      return { items: causes.map((each) => render(each, query.lang ?? "en", productName)) };
    },
  );
};

function render(cause: FoundCause, language: Language, product: string): Cause {
  const { fixedIn, expected } = cause;
  return {
    type: cause.type,
    reason: cause.reason,
    label: labelOf(cause.type, language, product),
    count: cause.count,
    impactedUsers: cause.impacted_users,
    impactedTeams: cause.impacted_teams,
    newSinceLastSync: cause.newSinceLastSync,
    seenInSyncs: cause.seenInSyncs,
    sourceRow: cause.sourceRow,
    fixedIn:
      fixedIn === null
        ? null
        : {
            id: formatId("sync", fixedIn.id),
            number: fixedIn.number,
            finishedAt: fixedIn.finishedAt.toISOString(),
          },
    expected: expected === null ? null : { by: expected.by, at: expected.at.toISOString() },
  };
}
