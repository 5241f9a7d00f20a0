import { IssueTypeList, listIssueTypes } from "../../contract/issue-types.ts";
import type { RoutePlugin } from "../app.ts";

/** The troubleshooting text of every issue type. */
export const issueTypeRoutes: RoutePlugin = (app, { config }) => {
  const list = listIssueTypes(config.productName);
  app.get(
    "/api/v1/issue-types",
    {
      config: { access: "read", alsoPush: true },
      schema: {
        summary: "What each issue type means and how to mend it",
        tags: ["Syncs"],
        response: { 200: IssueTypeList },
      },
    },
    async () => list,
  );
};
