import { type Static, Type } from "typebox";
import { AdminRole } from "./account.ts";

const choices = {
  needsApproval: Type.Boolean({ description: "A sync waits for approval." }),
  failed: Type.Boolean({
    description: "A sync broke off. Not when a person stopped it.",
  }),
  newIssues: Type.Boolean({
    description: "A sync ended with issues whose cause the last sync did not have.",
  }),
};

/** What a person is told of by mail. Previews tell nobody. */
export const Notices = Type.Object(choices);

/** A change of one's own choices: only the keys given change. */
export const NoticesPatch = Type.Partial(Type.Object(choices), {
  additionalProperties: false,
  minProperties: 1,
});
export type NoticesPatch = Static<typeof NoticesPatch>;

const MailIsSetUp = Type.Boolean({
  description: "Whether the server can send mail (MUSTER_SMTP_URL). Without it nobody gets any.",
});

/** What the caller is told of. */
export const OwnNotices = Type.Object({ mailIsSetUp: MailIsSetUp, notices: Notices });
export type OwnNotices = Static<typeof OwnNotices>;

/** Everybody who may sign in, and what each is told of. */
export const NoticeList = Type.Object({
  mailIsSetUp: MailIsSetUp,
  items: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), role: AdminRole, notices: Notices }),
  ),
  nextCursor: Type.Null(),
});
