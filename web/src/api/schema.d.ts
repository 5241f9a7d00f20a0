// Made by "npm run api-types" from the server's own description of its calls. Do not edit.

export type Cause = {
  type: string;
  reason: string | null;
  label: string;
  count: number;
  impactedUsers: number;
  impactedTeams: number;
  /** The previous finished sync did not have it. False on the first sync. */
  newSinceLastSync: boolean;
  /** How many finished syncs in a row before this one had it, up to 25; 0 = new. */
  seenInSyncs: number;
  sourceRow: number | null;
  fixedIn: { id: string; number: number; finishedAt: string } | null;
  expected: { by: string; at: string } | null;
};

export type Sync = {
  id: string;
  number: number;
  status: "pending" | "approved" | "rejected" | "failed" | "completed" | "cancelled";
  phase: "queued" | "reading" | "planning" | "awaiting_approval" | "applying" | "done";
  dryRun: boolean;
  mode: "full" | "partial";
  source: { id: string; kind: string; name: string };
  input: {
    /** csv or json. */
    form: string;
    /** What was pushed; a section that is not here was left alone. */
    sections: { section: string; file: string; rows: number }[];
    /** When it was pushed; a re-run has the input of another sync. */
    acceptedAt: string | null;
    /** Until when it can be run again; null = no longer. */
    keptUntil: string | null;
  };
  trigger: { kind: string; actor: string };
  progress: { done: number; total: number };
  updates: { planned: number; applied: number; skipped: number; byType: Record<string, number> };
  issues: {
    total: number;
    impactedUsers: number;
    impactedTeams: number;
    /** How many of the total have a cause that somebody marked as expected. */
    expected: number;
    byType: Record<string, number>;
  };
  thresholds: { limit: string; allowed: number; planned: number }[];
  hold: {
    /** older_input: it runs an input again that is older than what was accepted last. paused: provisioning was paused. */
    reason: "older_input" | "paused";
    /** older_input: when that input was accepted. paused: null. */
    date: string | null;
  } | null;
  decision: {
    by: string;
    at: string;
    comment: string | null;
    /** Why: a person decided, nobody did in time, or a newer push took its place. */
    reason: "approved_by_person" | "rejected_by_person" | "expired" | "superseded";
  } | null;
  failure: { code: string; message: string } | null;
  createdAt: string;
  startedAt: string | null;
  /** When its plan was ready. */
  plannedAt: string | null;
  finishedAt: string | null;
  expiresAt: string | null;
  rerunOf: string | null;
  supersededBy: string | null;
  links: { self: string; entries: string; report: string };
};

export type Entry = {
  /** Position in the report; never moves once planned. */
  seq: number;
  kind: "issue" | "update";
  type:
    | "user_skipped"
    | "manager_profile_missing"
    | "manager_is_self"
    | "manager_cycle"
    | "workspace_limit_reached"
    | "admin_protected"
    | "unknown_product"
    | "unknown_property"
    | "invalid_value"
    | "value_locked"
    | "invitation_not_sent"
    | "team_skipped"
    | "team_mapping_skipped"
    | "subteam_conflict"
    | "subteam_cycle"
    | "user_created"
    | "user_linked"
    | "user_updated"
    | "user_invited"
    | "user_reactivated"
    | "user_deactivated"
    | "user_deleted"
    | "direct_manager_assigned"
    | "direct_manager_removed"
    | "team_created"
    | "team_linked"
    | "team_renamed"
    | "team_deleted"
    | "team_member_added"
    | "team_member_removed"
    | "team_manager_assigned"
    | "team_manager_removed"
    | "subteam_added"
    | "subteam_removed";
  label: string;
  subject: {
    type: "user" | "team";
    id: string | null;
    /** Empty where the row gives none. */
    name: string;
    email: string | null;
    externalId: string | null;
  } | null;
  /** What an update changes. Of value_locked: the value that is kept as before, the one that the source brought as after. */
  changes: {
    /** Key of a field or property. */
    property: string;
    before: string | string[] | boolean | null;
    after: string | string[] | boolean | null;
    /** The property is sensitive: both values are left out. */
    sensitive?: true;
    /** Where the values name one user or team each: their ids, as far as known. */
    link?: { type: "user" | "team"; before: string | null; after: string | null };
  }[];
  /** Null for an issue. */
  outcome: "planned" | "applied" | "skipped" | "not_applied" | null;
  /** Why the issue was raised, or the update skipped. */
  reason:
    | "missing_external_id"
    | "invalid_external_id"
    | "missing_email"
    | "invalid_email"
    | "duplicate_external_id"
    | "duplicate_email"
    | "email_taken"
    | "deactivated_manually"
    | "deleted_manually"
    | "value_too_long"
    | "missing_name"
    | "unknown_manager"
    | "skipped_manager"
    | "leaves"
    | "self"
    | "loop"
    | "seat_limit"
    | "email_kept"
    | "link_refused"
    | "removal_refused"
    | "invalid_format"
    | "control_characters"
    | "wrong_type"
    | "no_product"
    | "delivery_failed"
    | "unknown_team"
    | "unknown_member"
    | "no_target"
    | "both_targets"
    | "self_subteam"
    | "changed_since_review"
    | null;
  message: string | null;
  suggestion: string | null;
  causedBy: {
    seq: number;
    type:
      | "user_skipped"
      | "manager_profile_missing"
      | "manager_is_self"
      | "manager_cycle"
      | "workspace_limit_reached"
      | "admin_protected"
      | "unknown_product"
      | "unknown_property"
      | "invalid_value"
      | "value_locked"
      | "invitation_not_sent"
      | "team_skipped"
      | "team_mapping_skipped"
      | "subteam_conflict"
      | "subteam_cycle"
      | "user_created"
      | "user_linked"
      | "user_updated"
      | "user_invited"
      | "user_reactivated"
      | "user_deactivated"
      | "user_deleted"
      | "direct_manager_assigned"
      | "direct_manager_removed"
      | "team_created"
      | "team_linked"
      | "team_renamed"
      | "team_deleted"
      | "team_member_added"
      | "team_member_removed"
      | "team_manager_assigned"
      | "team_manager_removed"
      | "subteam_added"
      | "subteam_removed";
    reason:
      | "missing_external_id"
      | "invalid_external_id"
      | "missing_email"
      | "invalid_email"
      | "duplicate_external_id"
      | "duplicate_email"
      | "email_taken"
      | "deactivated_manually"
      | "deleted_manually"
      | "value_too_long"
      | "missing_name"
      | "unknown_manager"
      | "skipped_manager"
      | "leaves"
      | "self"
      | "loop"
      | "seat_limit"
      | "email_kept"
      | "link_refused"
      | "removal_refused"
      | "invalid_format"
      | "control_characters"
      | "wrong_type"
      | "no_product"
      | "delivery_failed"
      | "unknown_team"
      | "unknown_member"
      | "no_target"
      | "both_targets"
      | "self_subteam"
      | "changed_since_review"
      | null;
  } | null;
  source: { file: string; line: number | null } | null;
  at: string | null;
};

export type IssueType = {
  type:
    | "user_skipped"
    | "manager_profile_missing"
    | "manager_is_self"
    | "manager_cycle"
    | "workspace_limit_reached"
    | "admin_protected"
    | "unknown_product"
    | "unknown_property"
    | "invalid_value"
    | "value_locked"
    | "invitation_not_sent"
    | "team_skipped"
    | "team_mapping_skipped"
    | "subteam_conflict"
    | "subteam_cycle";
  label: { en: string; fr: string };
  /** Information is listed in a report and not counted as an issue. */
  kind: "error" | "information";
  happened: { en: string; fr: string };
  message: { en: string; fr: string };
  suggestion: { en: string; fr: string };
  cause: { en: string; fr: string };
  fixes: { source: { en: string; fr: string }; muster: { en: string; fr: string } };
  reasons: {
    reason:
      | "missing_external_id"
      | "invalid_external_id"
      | "missing_email"
      | "invalid_email"
      | "duplicate_external_id"
      | "duplicate_email"
      | "email_taken"
      | "deactivated_manually"
      | "deleted_manually"
      | "value_too_long"
      | "missing_name"
      | "unknown_manager"
      | "skipped_manager"
      | "leaves"
      | "self"
      | "loop"
      | "seat_limit"
      | "email_kept"
      | "link_refused"
      | "removal_refused"
      | "invalid_format"
      | "control_characters"
      | "wrong_type"
      | "no_product"
      | "delivery_failed"
      | "unknown_team"
      | "unknown_member"
      | "no_target"
      | "both_targets"
      | "self_subteam"
      | "changed_since_review";
    /** Information is listed in a report and not counted as an issue. */
    kind: "error" | "information";
    message: { en: string; fr: string };
    suggestion: { en: string; fr: string };
    cause: { en: string; fr: string };
    fixes: { source: { en: string; fr: string }; muster: { en: string; fr: string } };
  }[];
};

export type SavedView = {
  id: string;
  /** Which list: syncs, users, teams, report, audit … */
  page: string;
  name: string;
  /** The filters as the page's address has them, without the question mark. */
  search: string;
  /** For everybody in the workspace, or only for oneself. */
  shared: boolean;
  mine: boolean;
  /** Whether the caller may change and delete it. */
  editable: boolean;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
};

export type Team = {
  id: string;
  externalId: string | null;
  source: {
    id: string;
    kind: string;
    name: string;
    /** A claim of an inactive source counts as none. */
    active: boolean;
  } | null;
  name: string;
  parent: { id: string; name: string } | null;
  children: { id: string; name: string }[];
  memberCount: number;
  managers: { id: string; name: string }[];
  /** Types of issues that the newest finished sync has about it; information left out. */
  openIssues: (
    | "user_skipped"
    | "manager_profile_missing"
    | "manager_is_self"
    | "manager_cycle"
    | "workspace_limit_reached"
    | "admin_protected"
    | "unknown_product"
    | "unknown_property"
    | "invalid_value"
    | "value_locked"
    | "invitation_not_sent"
    | "team_skipped"
    | "team_mapping_skipped"
    | "subteam_conflict"
    | "subteam_cycle"
  )[];
  createdAt: string;
  updatedAt: string;
};

export type HistoryItem = {
  origin: "sync" | "manual";
  at: string;
  /** Type of the entry, or the action of the change by hand. */
  type: string;
  label: string;
  /** Who: what started the sync, or who made the change. */
  by: string;
  subject: { type: "user" | "team"; id: string; name: string } | null;
  changes: {
    /** Key of a field or property. */
    property: string;
    before: string | string[] | boolean | null;
    after: string | string[] | boolean | null;
    /** The property is sensitive: both values are left out. */
    sensitive?: true;
    /** Where the values name one user or team each: their ids, as far as known. */
    link?: { type: "user" | "team"; before: string | null; after: string | null };
  }[];
  /** Fields and properties whose values were locked or unlocked, or kept because they are locked: none of these changed. */
  kept: string[];
  sync: {
    id: string;
    number: number;
    status: "pending" | "approved" | "rejected" | "failed" | "completed" | "cancelled";
    dryRun: boolean;
  } | null;
  entry: Entry | null;
};

export type User = {
  id: string;
  externalId: string | null;
  source: {
    id: string;
    kind: string;
    name: string;
    /** A claim of an inactive source counts as none. */
    active: boolean;
  } | null;
  email: string | null;
  formerEmail: string | null;
  /** First and last name, or the email where there is none. */
  name: string;
  firstName: string | null;
  lastName: string | null;
  preferredName: string | null;
  jobTitle: string | null;
  languagePreferences: string | null;
  status: "created" | "invited" | "active" | "deactivated" | "deleted";
  role: "admin" | "executive" | "collaborator" | "employee";
  directManager: { id: string; name: string } | null;
  teams: { id: string; name: string; isMember: boolean; isManager: boolean }[];
  products: string[];
  /** Default and custom properties that have a value, by key. */
  properties: Record<string, string>;
  /** Values that no sync changes until they are unlocked, by field or property. */
  locks: Record<
    string,
    {
      /** Who locked the value. */
      by: string;
      at: string;
    }
  >;
  invitation: {
    createdAt: string;
    expiresAt: string;
    mail: "none" | "waiting" | "sent" | "failed";
    failure: string | null;
  } | null;
  removedBy: "sync" | "person" | null;
  removedAt: string | null;
  restorableUntil: string | null;
  erased: boolean;
  /** Types of issues that the newest finished sync has about it; information left out. */
  openIssues: (
    | "user_skipped"
    | "manager_profile_missing"
    | "manager_is_self"
    | "manager_cycle"
    | "workspace_limit_reached"
    | "admin_protected"
    | "unknown_product"
    | "unknown_property"
    | "invalid_value"
    | "value_locked"
    | "invitation_not_sent"
    | "team_skipped"
    | "team_mapping_skipped"
    | "subteam_conflict"
    | "subteam_cycle"
  )[];
  lastSync: { id: string; number: number } | null;
  createdAt: string;
  updatedAt: string;
};

export type Problem = {
  /** urn:muster:problem: and the code */
  type: string;
  title: string;
  status: number;
  /** What is wrong and what to do, for the person who reads it. */
  detail: string;
  /** Stable, for programs. */
  code: string;
  requestId: string;
  errors?: {
    file?: string;
    line?: number;
    column?: number | string;
    pointer?: string;
    message: string;
    /** What is wrong, for programs. */
    fault?: string;
    /** The limit that is exceeded. */
    most?: number;
  }[];
  /** Whom or what the refusal names: a holder, the ring of a loop, a limit. */
  subjects?: { holder?: { id: string; name: string }; ring?: string[]; limit?: number };
};

export interface Calls {
  "DELETE /api/v1/admins/{id}": { path: { id: string }; answer: null };
  "DELETE /api/v1/api-keys/{id}": { path: { id: string }; answer: null };
  "DELETE /api/v1/me/sessions/{id}": { path: { id: string }; answer: null };
  "DELETE /api/v1/me/views/{id}": { path: { id: string }; answer: null };
  "DELETE /api/v1/properties/{key}": { path: { key: string }; answer: null };
  "DELETE /api/v1/teams/{id}": {
    path: {
      /** Id of the team (team_…). */
      id: string;
    };
    answer: null;
  };
  "DELETE /api/v1/teams/{id}/members/{userId}": {
    path: {
      /** Id of the team (team_…). */
      id: string;
      /** Id of the user (usr_…). */
      userId: string;
    };
    answer: { team: Team };
  };
  "DELETE /api/v1/users/{id}": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    answer: { user: User };
  };
  "GET /api/auth/options": {
    answer: {
      productName: string;
      /** The first admin is still to be made. */
      setUpNeeded: boolean;
      hasWorkspace: boolean;
      singleSignOn: {
        label: string | null;
        /** Where a link leads to; returnTo=/… says where to go afterwards. */
        path: string;
      } | null;
    };
  };
  "GET /api/auth/sso/callback": { answer: null };
  "GET /api/auth/sso/start": {
    query?: {
      /** A path of this server. */
      returnTo?: string;
    };
    answer: null;
  };
  "GET /api/v1/admins": {
    answer: {
      items: {
        id: string;
        name: string;
        email: string;
        /** admin may do everything; viewer may read. */
        role: "admin" | "viewer";
        /** Whether the person has set a password yet. */
        hasPassword: boolean;
        createdAt: string;
      }[];
      nextCursor: null;
    };
  };
  "GET /api/v1/api-keys": {
    query?: {
      /** Rows per page. */
      limit?: number;
      /** Where to go on: nextCursor of the page before. */
      cursor?: string;
    };
    answer: {
      items: {
        id: string;
        name: string;
        /** read reads; push pushes and reads syncs; read_write adds decisions, settings and the directory. */
        scope: "read" | "push" | "read_write";
        lastFour: string;
        createdAt: string;
        createdBy: string;
        expiresAt: string | null;
        lastUsedAt: string | null;
        lastUsedIp: string | null;
        replacedBy: string | null;
      }[];
      /** null on the last page. */
      nextCursor: string | null;
    };
  };
  "GET /api/v1/api-keys/{id}/requests": {
    path: { id: string };
    query?: {
      /** Only what was refused or failed: status 400 and above. */
      refused?: boolean;
      /** Rows per page. */
      limit?: number;
      /** Where to go on: nextCursor of the page before. */
      cursor?: string;
    };
    answer: {
      items: {
        at: string;
        method: string;
        /** As this document names it: /api/v1/users/{id}. Never the address as it was typed. */
        endpoint: string;
        /** The HTTP status of the answer. */
        status: number;
        code: string | null;
        /** How many calls of this kind there were in that minute; at and requestId are of the last. */
        count: number;
        requestId: string;
        ip: string | null;
        sync: { id: string; number: number } | null;
      }[];
      /** null on the last page. */
      nextCursor: string | null;
    };
  };
  "GET /api/v1/audit": {
    query?: {
      /** An actor's id, or part of the name. */
      actor?: string;
      /** An action; may repeat. */
      action?: string[];
      /** A target's type or id, or part of its name. */
      target?: string;
      /** What kind of thing it was done to; may repeat. */
      targetType?: string[];
      /** At or after: a time, or a day (UTC). */
      from?: string;
      /** At or before: a time, or a day (UTC), which is included. */
      to?: string;
      /** Rows per page. */
      limit?: number;
      /** Where to go on: nextCursor of the page before. */
      cursor?: string;
      lang?: "en" | "fr";
    };
    answer: {
      items: {
        id: string;
        at: string;
        actor: { kind: string; id: string | null; name: string };
        action: string;
        /** The action in words. */
        label: string;
        target: { type: string; id: string | null; name: string | null } | null;
        before: Record<string, unknown> | null;
        after: Record<string, unknown> | null;
        ip: string | null;
        requestId: string | null;
      }[];
      /** null on the last page. */
      nextCursor: string | null;
    };
  };
  "GET /api/v1/audit.csv": {
    query?: {
      /** An actor's id, or part of the name. */
      actor?: string;
      /** An action; may repeat. */
      action?: string[];
      /** A target's type or id, or part of its name. */
      target?: string;
      /** What kind of thing it was done to; may repeat. */
      targetType?: string[];
      /** At or after: a time, or a day (UTC). */
      from?: string;
      /** At or before: a time, or a day (UTC), which is included. */
      to?: string;
      lang?: "en" | "fr";
    };
    answer: null;
  };
  "GET /api/v1/host/workspaces": {
    answer: { items: { id: string; name: string }[]; nextCursor: null };
  };
  "GET /api/v1/issue-types": {
    answer: {
      items: IssueType[];
      skippedUpdates: {
        reason:
          | "missing_external_id"
          | "invalid_external_id"
          | "missing_email"
          | "invalid_email"
          | "duplicate_external_id"
          | "duplicate_email"
          | "email_taken"
          | "deactivated_manually"
          | "deleted_manually"
          | "value_too_long"
          | "missing_name"
          | "unknown_manager"
          | "skipped_manager"
          | "leaves"
          | "self"
          | "loop"
          | "seat_limit"
          | "email_kept"
          | "link_refused"
          | "removal_refused"
          | "invalid_format"
          | "control_characters"
          | "wrong_type"
          | "no_product"
          | "delivery_failed"
          | "unknown_team"
          | "unknown_member"
          | "no_target"
          | "both_targets"
          | "self_subteam"
          | "changed_since_review";
        label: { en: string; fr: string };
        happened: { en: string; fr: string };
        message: { en: string; fr: string };
        suggestion: { en: string; fr: string };
        cause: { en: string; fr: string };
        fixes: { source: { en: string; fr: string }; muster: { en: string; fr: string } };
      }[];
    };
  };
  "GET /api/v1/me": {
    answer: {
      kind: "account" | "api_key";
      id: string;
      name: string;
      email: string | null;
      scope: "read" | "push" | "read_write" | "admin";
      workspace: { id: string; name: string };
      /** Every workspace that this account administers. */
      workspaces: { id: string; name: string }[];
      productName: string;
      preferences: {
        language: "en" | "fr" | null;
        theme: "system" | "light" | "dark";
        timeZone: string | null;
        /** Whether single keys are shortcuts (WCAG 2.1.4). */
        singleKeys: boolean;
      };
    };
  };
  "GET /api/v1/me/notices": {
    answer: {
      /** Whether the server can send mail (MUSTER_SMTP_URL). Without it nobody gets any. */
      mailIsSetUp: boolean;
      notices: {
        /** A sync waits for approval. */
        needsApproval: boolean;
        /** A sync broke off. Not when a person stopped it. */
        failed: boolean;
        /** A sync ended with issues whose cause the last sync did not have. */
        newIssues: boolean;
      };
    };
  };
  "GET /api/v1/me/sessions": {
    answer: {
      items: {
        id: string;
        current: boolean;
        createdAt: string;
        lastSeenAt: string;
        expiresAt: string;
        ip: string | null;
        userAgent: string | null;
      }[];
      nextCursor: null;
    };
  };
  "GET /api/v1/me/views": {
    query?: { page?: string };
    answer: { items: SavedView[]; nextCursor: null };
  };
  "GET /api/v1/notices": {
    answer: {
      /** Whether the server can send mail (MUSTER_SMTP_URL). Without it nobody gets any. */
      mailIsSetUp: boolean;
      items: {
        id: string;
        name: string;
        /** admin may do everything; viewer may read. */
        role: "admin" | "viewer";
        notices: {
          /** A sync waits for approval. */
          needsApproval: boolean;
          /** A sync broke off. Not when a person stopped it. */
          failed: boolean;
          /** A sync ended with issues whose cause the last sync did not have. */
          newIssues: boolean;
        };
      }[];
      nextCursor: null;
    };
  };
  "GET /api/v1/properties": {
    answer: {
      items: {
        key: string;
        label: string;
        type: "text" | "date";
        sensitive: boolean;
        isDefault: boolean;
      }[];
      nextCursor: null;
    };
  };
  "GET /api/v1/provisioning/backtest": {
    query?: {
      /** Most user updates. "none" = no limit; left out = as it is set now. */
      users?: string;
      /** Most team updates. "none" = no limit; left out = as it is set now. */
      teams?: string;
      /** Largest share removed. "none" = no limit; left out = as it is set now. */
      removalsPercent?: string;
      /** Largest share of people whose email or whole name changes. "none" = no limit; left out = as it is set now. */
      identityPercent?: string;
      /** Most reactivations. "none" = no limit; left out = as it is set now. */
      reactivations?: string;
    };
    answer: {
      /** Syncs looked at: the last 30 that were planned, previews left out. */
      considered: number;
      /** How many of them would have waited for approval. */
      held: number;
      /** Newest first. */
      items: {
        sync: {
          id: string;
          number: number;
          createdAt: string;
          status: "pending" | "approved" | "rejected" | "failed" | "completed" | "cancelled";
        };
        /** Whether it did wait, under the limits of its day. */
        waited: boolean;
        /** The limits that it would have exceeded. None = it would have run. */
        exceeded: { limit: string; allowed: number; planned: number }[];
      }[];
    };
  };
  "GET /api/v1/provisioning/settings": {
    answer: {
      thresholds: {
        /** Most user updates that a run may make without approval; 0 = every run with changes waits. */
        users: number | null;
        /** Most team updates that a run may make without approval; 0 = every run with changes waits. */
        teams: number | null;
        /** Largest share of people (and of teams, places, managers, values) a run may remove. */
        removalsPercent: number | null;
        /** Largest share of people whose email, or whole name, a run may change. */
        identityPercent: number | null;
        /** Most reactivations that a run may make without approval. */
        reactivations: number | null;
      };
      /** Invite new users who have a product. */
      automaticInvite: boolean;
      /** What happens to people who leave before they accepted their invitation. */
      absentInvited: "delete" | "deactivate";
      approvalExpiryDays: number;
      reportRetentionDays: number;
      undoWindowDays: number;
      inputRetentionDays: number;
      /** While true, pushes are planned and wait. */
      paused: boolean;
    };
  };
  "GET /api/v1/setup": { answer: { needed: boolean; hasWorkspace: boolean } };
  "GET /api/v1/sources": {
    answer: {
      items: {
        id: string;
        /** push: data comes in when it is sent. */
        kind: string;
        name: string;
        /** Exactly one is; pushing to another is refused. */
        active: boolean;
      }[];
      nextCursor: null;
    };
  };
  "GET /api/v1/syncs": {
    query?: {
      /** pending, approved, rejected, failed, completed, cancelled */
      status?: string[];
      /** queued, reading, planning, awaiting_approval, applying, done */
      phase?: string[];
      /** Ids (src_…) or kinds of sources. */
      source?: string[];
      /** What the badge says; each sync has one: pending, approved, rejected, failed, completed, cancelled, needs_approval, completed_with_issues, preview, expired, superseded */
      badge?: string[];
      /** What started the sync: kinds of triggers. */
      trigger?: string[];
      /** Who or what started the sync, by name; may repeat, commas belong to the name. */
      actor?: string[];
      /** Only previews, or only others. */
      dryRun?: boolean;
      /** A number or id, or part of the name of a source, of who started it or of who decided. */
      q?: string;
      /** Created at or after: a time, or a day (UTC). */
      from?: string;
      /** Created at or before: a time, or a day (UTC), which is included. */
      to?: string;
      /** Rows per page. */
      limit?: number;
      /** Where to go on: nextCursor of the page before. */
      cursor?: string;
    };
    answer: {
      items: Sync[];
      /** null on the last page. */
      nextCursor: string | null;
    };
  };
  "GET /api/v1/syncs/facets": {
    query?: {
      /** pending, approved, rejected, failed, completed, cancelled */
      status?: string[];
      /** queued, reading, planning, awaiting_approval, applying, done */
      phase?: string[];
      /** Ids (src_…) or kinds of sources. */
      source?: string[];
      /** What the badge says; each sync has one: pending, approved, rejected, failed, completed, cancelled, needs_approval, completed_with_issues, preview, expired, superseded */
      badge?: string[];
      /** What started the sync: kinds of triggers. */
      trigger?: string[];
      /** Who or what started the sync, by name; may repeat, commas belong to the name. */
      actor?: string[];
      /** Only previews, or only others. */
      dryRun?: boolean;
      /** A number or id, or part of the name of a source, of who started it or of who decided. */
      q?: string;
      /** Created at or after: a time, or a day (UTC). */
      from?: string;
      /** Created at or before: a time, or a day (UTC), which is included. */
      to?: string;
    };
    answer: {
      total: number;
      /** The badges that syncs have. */
      badge: Record<string, number>;
      source: { id: string; kind: string; name: string; count: number }[];
      /** Who or what started them, most first, up to 100. */
      actor: { kind: string; name: string; count: number }[];
    };
  };
  "GET /api/v1/syncs/trend": {
    query?: {
      /** A time, or a day (UTC). Left out: 30 days before `to`. */
      from?: string;
      /** A time, or a day (UTC), which is included. Left out: now. */
      to?: string;
    };
    answer: {
      from: string;
      to: string;
      syncs: number;
      updates: number;
      issues: number;
      failed: number;
      /** Oldest first. `updates` of the whole span counts what was applied; issues that are expected are left out. */
      items: {
        id: string;
        number: number;
        createdAt: string;
        badge:
          | "pending"
          | "approved"
          | "rejected"
          | "failed"
          | "completed"
          | "cancelled"
          | "needs_approval"
          | "completed_with_issues"
          | "preview"
          | "expired"
          | "superseded";
        dryRun: boolean;
        updates: { planned: number; applied: number };
        issues: number;
      }[];
      /** There were more than 1000: only the newest are here and in the sums. */
      truncated: boolean;
    };
  };
  "GET /api/v1/syncs/{id}": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    answer: { sync: Sync };
  };
  "GET /api/v1/syncs/{id}/activity": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    query?: {
      /** Language of labels and messages. */
      lang?: "en" | "fr";
    };
    answer: {
      /** Newest first, up to 200: started, decided, downloaded, shown. */
      items: {
        id: string;
        at: string;
        actor: { kind: string; id: string | null; name: string };
        action: string;
        label: string;
        details: Record<string, unknown> | null;
      }[];
      /** How often work on it was begun: once, and again each time that a process took it up after it had been broken off, by one that stopped or a database that was away. Waiting for a decision, and the decision, begin a new count. */
      attempts: number;
      settings: {
        thresholds: {
          /** Most user updates that a run may make without approval; 0 = every run with changes waits. */
          users: number | null;
          /** Most team updates that a run may make without approval; 0 = every run with changes waits. */
          teams: number | null;
          /** Largest share of people (and of teams, places, managers, values) a run may remove. */
          removalsPercent: number | null;
          /** Largest share of people whose email, or whole name, a run may change. */
          identityPercent: number | null;
          /** Most reactivations that a run may make without approval. */
          reactivations: number | null;
        };
        /** Invite new users who have a product. */
        automaticInvite: boolean;
        /** What happens to people who leave before they accepted their invitation. */
        absentInvited: "delete" | "deactivate";
        approvalExpiryDays: number;
        reportRetentionDays: number;
        undoWindowDays: number;
        inputRetentionDays: number;
        /** While true, pushes are planned and wait. */
        paused: boolean;
      } | null;
      /** Settings that are others today, such as thresholds.users: as they were used, as they are. */
      settingsChanged: { key: string; used: unknown; now: unknown }[];
      /** Syncs that ran this one's input again, newest first. */
      reruns: { id: string; number: number; createdAt: string }[];
    };
  };
  "GET /api/v1/syncs/{id}/causes": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    query?: {
      /** Language of labels and messages. */
      lang?: "en" | "fr";
    };
    answer: { items: Cause[] };
  };
  "GET /api/v1/syncs/{id}/entries": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    query?: {
      /** issue, update */
      kind?: string[];
      /** user, team */
      subject?: string[];
      /** Update types and issue types. */
      type?: string[];
      /** planned, applied, skipped, not_applied */
      outcome?: string[];
      /** Why an issue was raised, or an update skipped. */
      reason?: string[];
      /** Keys of fields and properties: only updates of people that change one of them; directManager too. */
      field?: string[];
      /** true: only updates of a waiting sync that do not fit the directory any more (see impact). */
      unfit?: boolean;
      /** Part of a name, email or external id; case and accents do not matter. */
      q?: string;
      /** Rows per page. */
      limit?: number;
      /** Where to go on: nextCursor of the page before. */
      cursor?: string;
      /** Instead of cursor: skips so many entries. */
      offset?: number;
      /** Language of labels and messages. */
      lang?: "en" | "fr";
    };
    answer: { items: Entry[]; total: number; nextCursor: string | null };
  };
  "GET /api/v1/syncs/{id}/entries/{seq}": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
      /** Position in the report. */
      seq: string;
    };
    query?: {
      /** Language of labels and messages. */
      lang?: "en" | "fr";
    };
    answer: {
      entry: Entry;
      /** The user's other fields, with the values that the directory has now. Empty for teams, and once the user is gone. */
      unchanged: {
        /** Key of a field or property. */
        property: string;
        value: string | string[] | boolean | null;
        /** The property is sensitive: the value is left out. */
        sensitive?: true;
      }[];
      /** Other entries of this report about the same user or team, up to 50. */
      related: { seq: number; type: string; label: string; outcome: string | null }[];
      steps: {
        step: "read" | "matched" | "decided" | "result";
        at: string | null;
        value: string | null;
        by: string | null;
      }[];
      record: {
        keptUntil: string | null;
        fields:
          | {
              /** Key of a field or property. */
              property: string;
              value: string | string[] | boolean | null;
              /** The property is sensitive: the value is left out. */
              sensitive?: true;
            }[]
          | null;
      } | null;
      /** Of an issue with reason email_taken: who holds the address now. Null once they hold it no longer, or go by the external id of the row. */
      holder: {
        id: string;
        name: string;
        /** What would mend the issue if both are one person. relink: link the holder to the external id of the row. unlink: end the claim of the source, so that the next sync finds the holder by email. Empty where another user goes by that id. */
        ways: ("relink" | "unlink")[];
      } | null;
    };
  };
  "GET /api/v1/syncs/{id}/entries/{seq}/position": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
      /** Position in the report. */
      seq: string;
    };
    query?: {
      /** issue, update */
      kind?: string[];
      /** user, team */
      subject?: string[];
      /** Update types and issue types. */
      type?: string[];
      /** planned, applied, skipped, not_applied */
      outcome?: string[];
      /** Why an issue was raised, or an update skipped. */
      reason?: string[];
      /** Keys of fields and properties: only updates of people that change one of them; directManager too. */
      field?: string[];
      /** true: only updates of a waiting sync that do not fit the directory any more (see impact). */
      unfit?: boolean;
      /** Part of a name, email or external id; case and accents do not matter. */
      q?: string;
    };
    answer: { index: number | null; total: number };
  };
  "GET /api/v1/syncs/{id}/events": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    answer: null;
  };
  "GET /api/v1/syncs/{id}/facets": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    query?: {
      /** issue, update */
      kind?: string[];
      /** user, team */
      subject?: string[];
      /** Update types and issue types. */
      type?: string[];
      /** planned, applied, skipped, not_applied */
      outcome?: string[];
      /** Why an issue was raised, or an update skipped. */
      reason?: string[];
      /** Keys of fields and properties: only updates of people that change one of them; directManager too. */
      field?: string[];
      /** true: only updates of a waiting sync that do not fit the directory any more (see impact). */
      unfit?: boolean;
      /** Part of a name, email or external id; case and accents do not matter. */
      q?: string;
    };
    answer: {
      /** Entries under all filters. */
      total: number;
      kind: Record<string, number>;
      /** `none`: about neither a user nor a team. */
      subject: Record<string, number>;
      /** The types that the report has. */
      type: Record<string, number>;
      outcome: Record<string, number>;
      /** How many updates of people change each field, whatever the filters; directManager too. */
      field: Record<string, number>;
    };
  };
  "GET /api/v1/syncs/{id}/impact": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    answer: {
      removals: {
        /** Users to be deactivated or deleted. */
        users: number;
        /** Teams to be deleted. */
        teams: number;
        /** Users and teams. What `confirmRemovals` has to say when a sync is approved. */
        total: number;
        /** What is removed, of how many; only kinds of which something is. */
        shares: {
          /** users, teams, teamMembers, teamManagers, directManagers or values.<property>: as in the limits. */
          kind: string;
          planned: number;
          /** How many there were when it was planned. */
          base: number;
        }[];
      };
      /** Syncs of the same source that were applied, this one left out. */
      last90Days: {
        syncs: number;
        /** Users that they deactivated or deleted. */
        users: number;
        most: { id: string; number: number; users: number } | null;
      };
      directory: {
        /** Somebody, or another sync, has changed the directory since the plan was made. */
        moved: boolean;
        unfit: number | null;
      };
    };
  };
  "GET /api/v1/syncs/{id}/report.csv": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    query?: {
      /** Only the entries that the filters pass. Without it filters are ignored. */
      filtered?: boolean;
      /** issue, update */
      kind?: string[];
      /** user, team */
      subject?: string[];
      /** Update types and issue types. */
      type?: string[];
      /** planned, applied, skipped, not_applied */
      outcome?: string[];
      /** Why an issue was raised, or an update skipped. */
      reason?: string[];
      /** Keys of fields and properties: only updates of people that change one of them; directManager too. */
      field?: string[];
      /** true: only updates of a waiting sync that do not fit the directory any more (see impact). */
      unfit?: boolean;
      /** Part of a name, email or external id; case and accents do not matter. */
      q?: string;
      /** Language of labels and messages. */
      lang?: "en" | "fr";
    };
    answer: null;
  };
  "GET /api/v1/teams": {
    query?: {
      /** Part of a name, email or external id; case and accents do not matter. */
      q?: string;
      /** Id of a team: its subteams. "none": teams without a parent. */
      parent?: string;
      /** Whether a source has claimed the team. */
      linked?: boolean;
      /** Whether the team has neither members nor subteams. */
      empty?: boolean;
      /** Rows per page. */
      limit?: number;
      /** Where to go on: nextCursor of the page before. */
      cursor?: string;
    };
    answer: {
      items: Team[];
      /** null on the last page. */
      nextCursor: string | null;
    };
  };
  "GET /api/v1/teams/{id}": {
    path: {
      /** Id of the team (team_…). */
      id: string;
    };
    answer: { team: Team };
  };
  "GET /api/v1/teams/{id}/history": {
    path: {
      /** Id of the team (team_…). */
      id: string;
    };
    query?: {
      /** Rows per page. */
      limit?: number;
      /** Where to go on: nextCursor of the page before. */
      cursor?: string;
      lang?: "en" | "fr";
    };
    answer: {
      items: HistoryItem[];
      /** null on the last page. */
      nextCursor: string | null;
    };
  };
  "GET /api/v1/teams/{id}/issues": {
    path: {
      /** Id of the team (team_…). */
      id: string;
    };
    query?: { lang?: "en" | "fr" };
    answer: { sync: { id: string; number: number; finishedAt: string } | null; items: Entry[] };
  };
  "GET /api/v1/teams/{id}/members": {
    path: {
      /** Id of the team (team_…). */
      id: string;
    };
    query?: {
      /** Rows per page. */
      limit?: number;
      /** Where to go on: nextCursor of the page before. */
      cursor?: string;
    };
    answer: {
      items: {
        user: {
          id: string;
          name: string;
          email: string | null;
          status: "created" | "invited" | "active" | "deactivated" | "deleted";
        };
        isMember: boolean;
        isManager: boolean;
      }[];
      /** null on the last page. */
      nextCursor: string | null;
    };
  };
  "GET /api/v1/teams/{id}/parents": {
    path: {
      /** Id of the team (team_…). */
      id: string;
    };
    answer: {
      /** The parent first, then its parent, and so on. */
      items: { id: string; name: string }[];
    };
  };
  "GET /api/v1/users": {
    query?: {
      /** Any of created, invited, active, deactivated, deleted. Deleted users are listed only when asked for, erased ones never. */
      status?: string[];
      /** Any of admin, executive, collaborator, employee. */
      role?: string[];
      /** Ids of teams: their members and managers. none: who has no place in any team. */
      team?: string[];
      /** Ids of users: who reports to them directly. none: who has no Direct Manager. */
      manager?: string[];
      /** Whether a source has claimed the user. */
      linked?: boolean;
      /** Exactly this external id, case included. */
      externalId?: string;
      /** Part of a name, email or external id; case and accents do not matter. */
      q?: string;
      /** In place of cursor: rows to skip. The answer then says the total. */
      offset?: number;
      /** Rows per page. */
      limit?: number;
      /** Where to go on: nextCursor of the page before. */
      cursor?: string;
    };
    answer: {
      items: User[];
      /** With offset: rows in all. */
      total?: number;
      nextCursor: string | null;
    };
  };
  "GET /api/v1/users/facets": {
    query?: {
      /** Any of created, invited, active, deactivated, deleted. Deleted users are listed only when asked for, erased ones never. */
      status?: string[];
      /** Any of admin, executive, collaborator, employee. */
      role?: string[];
      /** Ids of teams: their members and managers. none: who has no place in any team. */
      team?: string[];
      /** Ids of users: who reports to them directly. none: who has no Direct Manager. */
      manager?: string[];
      /** Whether a source has claimed the user. */
      linked?: boolean;
      /** Exactly this external id, case included. */
      externalId?: string;
      /** Part of a name, email or external id; case and accents do not matter. */
      q?: string;
    };
    answer: {
      total: number;
      status: Record<string, number>;
      role: Record<string, number>;
      linked: { yes: number; no: number };
    };
  };
  "GET /api/v1/users/{id}": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    answer: { user: User };
  };
  "GET /api/v1/users/{id}/history": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    query?: {
      /** Rows per page. */
      limit?: number;
      /** Where to go on: nextCursor of the page before. */
      cursor?: string;
      lang?: "en" | "fr";
    };
    answer: {
      items: HistoryItem[];
      /** null on the last page. */
      nextCursor: string | null;
    };
  };
  "GET /api/v1/users/{id}/issues": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    query?: { lang?: "en" | "fr" };
    answer: { sync: { id: string; number: number; finishedAt: string } | null; items: Entry[] };
  };
  "GET /api/v1/users/{id}/origins": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    answer: {
      origins: Record<
        string,
        {
          by: "sync" | "person";
          /** The source of the sync, or who changed it by hand. */
          name: string;
          at: string;
          sync: { id: string; number: number } | null;
        }
      >;
    };
  };
  "GET /api/v1/users/{id}/reporting-line": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    answer: {
      /** The Direct Manager first, then theirs, and so on. */
      managers: {
        id: string;
        name: string;
        jobTitle: string | null;
        status: "created" | "invited" | "active" | "deactivated" | "deleted";
      }[];
    };
  };
  "GET /api/v1/workspace": {
    answer: {
      id: string;
      name: string;
      /** Most users with a seat; null = no limit. */
      seatLimit: number | null;
      products: string[];
      defaultProduct: string | null;
      /** An IANA name such as Europe/Paris. */
      timeZone: string;
      defaultLanguage: string;
      createdAt: string;
    };
  };
  "PATCH /api/v1/admins/{id}": {
    path: { id: string };
    body: {
      /** admin may do everything; viewer may read. */
      role: "admin" | "viewer";
    };
    answer: {
      id: string;
      name: string;
      email: string;
      /** admin may do everything; viewer may read. */
      role: "admin" | "viewer";
      /** Whether the person has set a password yet. */
      hasPassword: boolean;
      createdAt: string;
    };
  };
  "PATCH /api/v1/me": {
    body: {
      workspaceId?: string;
      preferences?: {
        language?: "en" | "fr" | null;
        theme?: "system" | "light" | "dark";
        timeZone?: string | null;
        /** Whether single keys are shortcuts (WCAG 2.1.4). */
        singleKeys?: boolean;
      };
    };
    answer: {
      kind: "account" | "api_key";
      id: string;
      name: string;
      email: string | null;
      scope: "read" | "push" | "read_write" | "admin";
      workspace: { id: string; name: string };
      /** Every workspace that this account administers. */
      workspaces: { id: string; name: string }[];
      productName: string;
      preferences: {
        language: "en" | "fr" | null;
        theme: "system" | "light" | "dark";
        timeZone: string | null;
        /** Whether single keys are shortcuts (WCAG 2.1.4). */
        singleKeys: boolean;
      };
    };
  };
  "PATCH /api/v1/me/notices": {
    body: {
      /** A sync waits for approval. */
      needsApproval?: boolean;
      /** A sync broke off. Not when a person stopped it. */
      failed?: boolean;
      /** A sync ended with issues whose cause the last sync did not have. */
      newIssues?: boolean;
    };
    answer: {
      /** Whether the server can send mail (MUSTER_SMTP_URL). Without it nobody gets any. */
      mailIsSetUp: boolean;
      notices: {
        /** A sync waits for approval. */
        needsApproval: boolean;
        /** A sync broke off. Not when a person stopped it. */
        failed: boolean;
        /** A sync ended with issues whose cause the last sync did not have. */
        newIssues: boolean;
      };
    };
  };
  "PATCH /api/v1/me/views/{id}": {
    path: { id: string };
    body: {
      name?: string;
      /** The filters as the page's address has them, without the question mark. */
      search?: string;
      /** For everybody in the workspace, or only for oneself. */
      shared?: boolean;
    };
    answer: {
      id: string;
      /** Which list: syncs, users, teams, report, audit … */
      page: string;
      name: string;
      /** The filters as the page's address has them, without the question mark. */
      search: string;
      /** For everybody in the workspace, or only for oneself. */
      shared: boolean;
      mine: boolean;
      /** Whether the caller may change and delete it. */
      editable: boolean;
      createdBy: string;
      createdAt: string;
      updatedAt: string;
    };
  };
  "PATCH /api/v1/properties/{key}": {
    path: { key: string };
    body: {
      label?: string;
      /** Reports show a sensitive value as "changed", without the value. */
      sensitive?: boolean;
    };
    answer: {
      key: string;
      label: string;
      type: "text" | "date";
      sensitive: boolean;
      isDefault: boolean;
    };
  };
  "PATCH /api/v1/provisioning/settings": {
    body: {
      /** Invite new users who have a product. */
      automaticInvite?: boolean;
      /** What happens to people who leave before they accepted their invitation. */
      absentInvited?: "delete" | "deactivate";
      approvalExpiryDays?: number;
      reportRetentionDays?: number;
      undoWindowDays?: number;
      inputRetentionDays?: number;
      /** While true, pushes are planned and wait. */
      paused?: boolean;
      thresholds?: {
        /** Most user updates that a run may make without approval; 0 = every run with changes waits. */
        users?: number | null;
        /** Most team updates that a run may make without approval; 0 = every run with changes waits. */
        teams?: number | null;
        /** Largest share of people (and of teams, places, managers, values) a run may remove. */
        removalsPercent?: number | null;
        /** Largest share of people whose email, or whole name, a run may change. */
        identityPercent?: number | null;
        /** Most reactivations that a run may make without approval. */
        reactivations?: number | null;
      };
    };
    answer: {
      thresholds: {
        /** Most user updates that a run may make without approval; 0 = every run with changes waits. */
        users: number | null;
        /** Most team updates that a run may make without approval; 0 = every run with changes waits. */
        teams: number | null;
        /** Largest share of people (and of teams, places, managers, values) a run may remove. */
        removalsPercent: number | null;
        /** Largest share of people whose email, or whole name, a run may change. */
        identityPercent: number | null;
        /** Most reactivations that a run may make without approval. */
        reactivations: number | null;
      };
      /** Invite new users who have a product. */
      automaticInvite: boolean;
      /** What happens to people who leave before they accepted their invitation. */
      absentInvited: "delete" | "deactivate";
      approvalExpiryDays: number;
      reportRetentionDays: number;
      undoWindowDays: number;
      inputRetentionDays: number;
      /** While true, pushes are planned and wait. */
      paused: boolean;
    };
  };
  "PATCH /api/v1/teams/{id}": {
    path: {
      /** Id of the team (team_…). */
      id: string;
    };
    body: { name?: string; parentId?: string | null };
    answer: { team: Team };
  };
  "PATCH /api/v1/users/{id}": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    body: {
      email?: string;
      firstName?: string | null;
      lastName?: string | null;
      preferredName?: string | null;
      jobTitle?: string | null;
      languagePreferences?: string | null;
      products?: string[] | null;
      properties?: Record<string, string | null>;
      directManagerId?: string | null;
      /** Signed-in admins only: a key cannot set roles. */
      role?: "admin" | "executive" | "collaborator" | "employee";
      /** Whether syncs leave a value alone, by field (email, firstName, lastName, preferredName, jobTitle, languagePreferences, productAssignations) or property. What is not named stays as it is. */
      locked?: Record<string, boolean>;
    };
    answer: { user: User };
  };
  "PATCH /api/v1/workspace": {
    body: {
      name?: string;
      seatLimit?: number | null;
      products?: string[];
      defaultProduct?: string | null;
      /** An IANA name such as Europe/Paris. */
      timeZone?: string;
      /** A language code such as fr. */
      defaultLanguage?: string;
    };
    answer: {
      id: string;
      name: string;
      /** Most users with a seat; null = no limit. */
      seatLimit: number | null;
      products: string[];
      defaultProduct: string | null;
      /** An IANA name such as Europe/Paris. */
      timeZone: string;
      defaultLanguage: string;
      createdAt: string;
    };
  };
  "POST /api/auth/change-password": {
    body: {
      currentPassword: string;
      /** 8 to 128 characters of any kind. */
      newPassword: string;
    };
    answer: null;
  };
  "POST /api/auth/set-password": {
    body: {
      /** From the link's fragment, after #token=. */
      token: string;
      /** 8 to 128 characters of any kind. */
      password: string;
    };
    answer: null;
  };
  "POST /api/auth/sign-in": { body: { email: string; password: string }; answer: null };
  "POST /api/auth/sign-out": { answer: null };
  "POST /api/v1/admins": {
    body: {
      name: string;
      email: string;
      /** admin may do everything; viewer may read. */
      role: "admin" | "viewer";
    };
    answer: {
      admin: {
        id: string;
        name: string;
        email: string;
        /** admin may do everything; viewer may read. */
        role: "admin" | "viewer";
        /** Whether the person has set a password yet. */
        hasPassword: boolean;
        createdAt: string;
      };
      link: string | null;
    };
  };
  "POST /api/v1/admins/{id}/link": {
    path: { id: string };
    answer: {
      /** Path of a one-time link to set a password with; give it to the person. */
      link: string;
    };
  };
  "POST /api/v1/api-keys": {
    body: {
      name: string;
      /** read reads; push pushes and reads syncs; read_write adds decisions, settings and the directory. */
      scope: "read" | "push" | "read_write";
      expiresAt?: string | null;
    };
    answer: {
      id: string;
      name: string;
      /** read reads; push pushes and reads syncs; read_write adds decisions, settings and the directory. */
      scope: "read" | "push" | "read_write";
      lastFour: string;
      createdAt: string;
      createdBy: string;
      expiresAt: string | null;
      lastUsedAt: string | null;
      lastUsedIp: string | null;
      replacedBy: string | null;
      /** The key itself. It is shown this once and cannot be read again. */
      key: string;
    };
  };
  "POST /api/v1/api-keys/{id}/rotate": {
    path: { id: string };
    answer: {
      id: string;
      name: string;
      /** read reads; push pushes and reads syncs; read_write adds decisions, settings and the directory. */
      scope: "read" | "push" | "read_write";
      lastFour: string;
      createdAt: string;
      createdBy: string;
      expiresAt: string | null;
      lastUsedAt: string | null;
      lastUsedIp: string | null;
      replacedBy: string | null;
      /** The key itself. It is shown this once and cannot be read again. */
      key: string;
    };
  };
  "POST /api/v1/host/recovery-links": {
    body: { email: string };
    answer: {
      /** Path of a one-time link; the origin goes before it. */
      link: string;
    };
  };
  "POST /api/v1/host/workspaces": {
    body: { name: string; adminEmail?: string };
    answer: { workspace: { id: string; name: string }; link: string | null };
  };
  "POST /api/v1/me/views": {
    body: {
      /** Which list: syncs, users, teams, report, audit … */
      page: string;
      name: string;
      /** The filters as the page's address has them, without the question mark. */
      search: string;
      /** For everybody in the workspace, or only for oneself. */
      shared: boolean;
    };
    answer: {
      id: string;
      /** Which list: syncs, users, teams, report, audit … */
      page: string;
      name: string;
      /** The filters as the page's address has them, without the question mark. */
      search: string;
      /** For everybody in the workspace, or only for oneself. */
      shared: boolean;
      mine: boolean;
      /** Whether the caller may change and delete it. */
      editable: boolean;
      createdBy: string;
      createdAt: string;
      updatedAt: string;
    };
  };
  "POST /api/v1/properties": {
    body: {
      /** Name in the API and in files; made from the label when not given. */
      key?: string;
      label: string;
      type?: "text" | "date";
      /** Reports show a sensitive value as "changed", without the value. */
      sensitive?: boolean;
    };
    answer: {
      key: string;
      label: string;
      type: "text" | "date";
      sensitive: boolean;
      isDefault: boolean;
    };
  };
  "POST /api/v1/provisioning/csv": {
    query?: {
      /** full: who is in no row leaves. partial: rows only add and change. */
      mode?: "full" | "partial";
      /** A preview: planned, never applied. */
      dryRun?: boolean;
      /** How many rows of members there are; another number than was read is refused. */
      membersRows?: number;
      /** How many rows of teams there are; another number than was read is refused. */
      teamsRows?: number;
      /** How many rows of team mappings there are; another number than was read is refused. */
      teamsMappingsRows?: number;
    };
    answer: { sync: Sync };
  };
  "POST /api/v1/provisioning/json": {
    query?: {
      /** full: who is in no row leaves. partial: rows only add and change. */
      mode?: "full" | "partial";
      /** A preview: planned, never applied. */
      dryRun?: boolean;
      /** How many rows of members there are; another number than was read is refused. */
      membersRows?: number;
      /** How many rows of teams there are; another number than was read is refused. */
      teamsRows?: number;
      /** How many rows of team mappings there are; another number than was read is refused. */
      teamsMappingsRows?: number;
    };
    answer: { sync: Sync };
  };
  "POST /api/v1/setup": {
    body: {
      /** From the link's fragment, after #token=. */
      token: string;
      workspaceName?: string;
      name: string;
      email: string;
      /** 8 to 128 characters of any kind. */
      password: string;
    };
    answer: null;
  };
  "POST /api/v1/syncs": {
    body: null | {
      dryRun?: boolean;
      /** Id or number of the sync whose stored input is run again. */
      rerunOf?: string | number;
    };
    answer: { sync: Sync };
  };
  "POST /api/v1/syncs/{id}/approve": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    body: null | {
      comment?: string | null;
      /** How many users and teams the approver expects to be removed (impact: removals.total); another number is refused. */
      confirmRemovals?: number;
    };
    answer: { sync: Sync };
  };
  "POST /api/v1/syncs/{id}/cancel": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    body: null | { comment?: string | null };
    answer: { sync: Sync };
  };
  "POST /api/v1/syncs/{id}/entries/{seq}/reveal": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
      /** Position in the report. */
      seq: string;
    };
    answer: {
      fields: {
        /** Key of a field or property. */
        property: string;
        value: string | string[] | boolean | null;
        /** The property is sensitive: the value is left out. */
        sensitive?: true;
      }[];
    };
  };
  "POST /api/v1/syncs/{id}/reject": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    body: null | { comment?: string | null };
    answer: { sync: Sync };
  };
  "POST /api/v1/teams": {
    body: { name: string; parentId?: string | null };
    answer: { team: Team };
  };
  "POST /api/v1/users": {
    body: {
      email: string;
      firstName?: string | null;
      lastName?: string | null;
      preferredName?: string | null;
      jobTitle?: string | null;
      languagePreferences?: string | null;
      products?: string[] | null;
      properties?: Record<string, string | null>;
      directManagerId?: string | null;
      /** Signed-in admins only: a key cannot set roles. */
      role?: "admin" | "executive" | "collaborator" | "employee";
    };
    answer: { user: User };
  };
  "POST /api/v1/users/{id}/activate": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    answer: { user: User };
  };
  "POST /api/v1/users/{id}/deactivate": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    answer: { user: User };
  };
  "POST /api/v1/users/{id}/erase": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    answer: { user: User };
  };
  "POST /api/v1/users/{id}/invite": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    query?: {
      /** Send the invitation by mail too, where a mail server is configured. */
      mail?: boolean;
    };
    answer: {
      user: User;
      /** Opens the page that accepts the invitation. Shown once. */
      link: string;
      expiresAt: string;
    };
  };
  "POST /api/v1/users/{id}/reactivate": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    answer: { user: User };
  };
  "POST /api/v1/users/{id}/relink": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    body: {
      /** The id that the active source knows this person by. */
      externalId: string;
    };
    answer: { user: User };
  };
  "POST /api/v1/users/{id}/restore": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    answer: { user: User };
  };
  "POST /api/v1/users/{id}/unlink": {
    path: {
      /** Id of the user (usr_…). */
      id: string;
    };
    answer: { user: User };
  };
  "PUT /api/v1/syncs/{id}/causes/expected": {
    path: {
      /** Id (syn_…) or number of the sync. */
      id: string;
    };
    query?: {
      /** Language of labels and messages. */
      lang?: "en" | "fr";
    };
    body: {
      type:
        | "user_skipped"
        | "manager_profile_missing"
        | "manager_is_self"
        | "manager_cycle"
        | "workspace_limit_reached"
        | "admin_protected"
        | "unknown_product"
        | "unknown_property"
        | "invalid_value"
        | "value_locked"
        | "invitation_not_sent"
        | "team_skipped"
        | "team_mapping_skipped"
        | "subteam_conflict"
        | "subteam_cycle";
      reason:
        | "missing_external_id"
        | "invalid_external_id"
        | "missing_email"
        | "invalid_email"
        | "duplicate_external_id"
        | "duplicate_email"
        | "email_taken"
        | "deactivated_manually"
        | "deleted_manually"
        | "value_too_long"
        | "missing_name"
        | "unknown_manager"
        | "skipped_manager"
        | "leaves"
        | "self"
        | "loop"
        | "seat_limit"
        | "email_kept"
        | "link_refused"
        | "removal_refused"
        | "invalid_format"
        | "control_characters"
        | "wrong_type"
        | "no_product"
        | "delivery_failed"
        | "unknown_team"
        | "unknown_member"
        | "no_target"
        | "both_targets"
        | "self_subteam"
        | "changed_since_review"
        | null;
      expected: boolean;
    };
    answer: { items: Cause[] };
  };
  "PUT /api/v1/teams/{id}/members/{userId}": {
    path: {
      /** Id of the team (team_…). */
      id: string;
      /** Id of the user (usr_…). */
      userId: string;
    };
    body: { isMember?: boolean; isManager?: boolean };
    answer: { team: Team };
  };
}
