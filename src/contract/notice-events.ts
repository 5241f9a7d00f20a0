import type { AdminRole } from "./account.ts";
import type { Language, Translated } from "./language.ts";

/** What people can be told of by mail when it happens to a sync, as they are listed. */
export const NOTICE_EVENTS = ["needsApproval", "failed", "newIssues"] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/** Whether a person is told of each event. */
export type NoticeChoices = Record<NoticeEvent, boolean>;

/** Who decides is told when there is something to decide or to mend; who looks is told when they ask for it. */
const DEFAULTS: Readonly<Record<AdminRole, NoticeChoices>> = {
  admin: { needsApproval: true, failed: true, newIssues: false },
  viewer: { needsApproval: false, failed: false, newIssues: false },
};

/** What a person is told of: what was chosen, and else what goes with the role. */
export function withNoticeDefaults(role: AdminRole, chosen: Partial<NoticeChoices>): NoticeChoices {
  return { ...DEFAULTS[role], ...chosen };
}

/** The roles that are told of an event without having chosen it. */
export function listRolesTold(event: NoticeEvent): AdminRole[] {
  const roles = Object.keys(DEFAULTS) as AdminRole[];
  return roles.filter((role) => DEFAULTS[role][event]);
}

const LABELS: Readonly<Record<NoticeEvent, Translated>> = {
  needsApproval: { en: "A sync needs approval", fr: "Une synchronisation est à approuver" },
  failed: { en: "A sync failed", fr: "Une synchronisation a échoué" },
  newIssues: {
    en: "A sync has new issues",
    fr: "Une synchronisation a de nouveaux problèmes",
  },
};

/** The label of an event. */
export function labelOfNotice(event: NoticeEvent, language: Language): string {
  return LABELS[event][language];
}

const AUDITED = "notices.";

/** Choices as the audit log names them, so that none is taken for a property of the same name. */
export function auditedNotices(choices: NoticeChoices): Record<string, boolean> {
  return Object.fromEntries(NOTICE_EVENTS.map((event) => [AUDITED + event, choices[event]]));
}

/** What the audit log's key of a choice is called; `null` for a key that is none. */
export function labelOfAuditedNotice(key: string, language: Language): string | null {
  const event = NOTICE_EVENTS.find((each) => AUDITED + each === key);
  return event === undefined ? null : labelOfNotice(event, language);
}
