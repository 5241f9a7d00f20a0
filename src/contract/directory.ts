import { type Static, Type } from "typebox";
import { ISSUE_TYPES, SUBJECT_TYPES, SYNC_STATUSES, USER_ROLES, USER_STATES } from "./catalogue.ts";
import { EntryChange, ReportEntry } from "./entry.ts";
import { LANGUAGES } from "./language.ts";
import { LOCKABLE_FIELDS } from "./lockable-fields.ts";
import { pageOf, pageQuery } from "./paging.ts";
import { orNull, Time } from "./values.ts";

const Named = Type.Object({ id: Type.String(), name: Type.String() });

/** What a user is shown as once the person is erased (domain rules, section 11, "Privacy"). */
export const ERASED_USER_NAME = "Erased user";

/** The source that has claimed a record, and the id it goes by there. */
export const LinkedSource = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  name: Type.String(),
  active: Type.Boolean({ description: "A claim of an inactive source counts as none." }),
});
export type LinkedSource = Static<typeof LinkedSource>;

/** A user's place in a team; a manager need not be a member. */
export const TeamPlace = Type.Object({
  id: Type.String(),
  name: Type.String(),
  isMember: Type.Boolean(),
  isManager: Type.Boolean(),
});

/** How the mail of an invitation stands. `none`: no mail server, or the application delivers the link itself. */
export const INVITATION_MAIL = ["none", "waiting", "sent", "failed"] as const;

export const OpenInvitation = Type.Object({
  createdAt: Time,
  expiresAt: Time,
  mail: Type.Enum([...INVITATION_MAIL]),
  failure: orNull(Type.String({ description: "Code of the last failure to send the mail." })),
});

/** Who keeps a value, so that no sync changes it. */
export const ValueLock = Type.Object({
  by: Type.String({ description: "Who locked the value." }),
  at: Time,
});
export type ValueLock = Static<typeof ValueLock>;

/** A person's account in the directory (http contract, "Directory"). */
export const User = Type.Object(
  {
    id: Type.String(),
    externalId: orNull(Type.String()),
    source: orNull(LinkedSource),
    email: orNull(Type.String({ description: "Null on a deleted user, who holds no address." })),
    formerEmail: orNull(
      Type.String({ description: "The address a deleted user would be restored with." }),
    ),
    name: Type.String({ description: "First and last name, or the email where there is none." }),
    firstName: orNull(Type.String()),
    lastName: orNull(Type.String()),
    preferredName: orNull(Type.String()),
    jobTitle: orNull(Type.String()),
    languagePreferences: orNull(Type.String()),
    status: Type.Enum([...USER_STATES]),
    role: Type.Enum([...USER_ROLES]),
    directManager: orNull(Named),
    teams: Type.Array(TeamPlace),
    products: Type.Array(Type.String()),
    properties: Type.Record(Type.String(), Type.String(), {
      description: "Default and custom properties that have a value, by key.",
    }),
    locks: Type.Record(Type.String(), ValueLock, {
      description: "Values that no sync changes until they are unlocked, by field or property.",
    }),
    invitation: orNull(OpenInvitation),
    removedBy: orNull(Type.Enum(["sync", "person"])),
    removedAt: orNull(Time),
    restorableUntil: orNull(Time),
    erased: Type.Boolean(),
    openIssues: Type.Array(Type.Enum([...ISSUE_TYPES]), {
      description:
        "Types of issues that the newest finished sync has about it; information left out.",
    }),
    lastSync: orNull(
      Type.Object(
        { id: Type.String(), number: Type.Integer() },
        { description: "The newest sync whose report names this user." },
      ),
    ),
    createdAt: Time,
    updatedAt: Time,
  },
  { $id: "User" },
);
export type User = Static<typeof User>;

/** A group of users; may be nested (http contract, "Directory"). */
export const Team = Type.Object(
  {
    id: Type.String(),
    externalId: orNull(Type.String()),
    source: orNull(LinkedSource),
    name: Type.String(),
    parent: orNull(Named),
    children: Type.Array(Named),
    memberCount: Type.Integer(),
    managers: Type.Array(Named),
    openIssues: Type.Array(Type.Enum([...ISSUE_TYPES]), {
      description:
        "Types of issues that the newest finished sync has about it; information left out.",
    }),
    createdAt: Time,
    updatedAt: Time,
  },
  { $id: "Team" },
);
export type Team = Static<typeof Team>;

/** One person's place, seen from the team. */
export const TeamMember = Type.Object({
  user: Type.Object({
    id: Type.String(),
    name: Type.String(),
    email: orNull(Type.String()),
    status: Type.Enum([...USER_STATES]),
  }),
  isMember: Type.Boolean(),
  isManager: Type.Boolean(),
});
export type TeamMember = Static<typeof TeamMember>;

const search = Type.Optional(
  Type.String({
    maxLength: 320,
    description: "Part of a name, email or external id; case and accents do not matter.",
  }),
);
const anyOf = (values: readonly string[]) =>
  Type.Optional(
    Type.Array(Type.String(), { maxItems: 20, description: `Any of ${values.join(", ")}.` }),
  );

const idsOr = (description: string) =>
  Type.Optional(Type.Array(Type.String(), { maxItems: 20, description }));

/** Filters add up; values of one, repeated or joined by commas, are alternatives. */
const userFilters = {
  status: Type.Optional(
    Type.Array(Type.String(), {
      maxItems: 20,
      description: `Any of ${USER_STATES.join(", ")}. Deleted users are listed only when asked for, erased ones never.`,
    }),
  ),
  role: anyOf(USER_ROLES),
  team: idsOr("Ids of teams: their members and managers. none: who has no place in any team."),
  manager: idsOr("Ids of users: who reports to them directly. none: who has no Direct Manager."),
  linked: Type.Optional(Type.Boolean({ description: "Whether a source has claimed the user." })),
  externalId: Type.Optional(
    Type.String({ maxLength: 256, description: "Exactly this external id, case included." }),
  ),
  q: search,
};

export const UserListQuery = Type.Object(
  {
    ...userFilters,
    offset: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 100_000_000,
        description: "In place of cursor: rows to skip. The answer then says the total.",
      }),
    ),
    ...pageQuery,
  },
  { additionalProperties: false },
);
export type UserListQuery = Static<typeof UserListQuery>;

export const TeamListQuery = Type.Object(
  {
    q: search,
    parent: Type.Optional(
      Type.String({ description: 'Id of a team: its subteams. "none": teams without a parent.' }),
    ),
    linked: Type.Optional(Type.Boolean({ description: "Whether a source has claimed the team." })),
    empty: Type.Optional(
      Type.Boolean({ description: "Whether the team has neither members nor subteams." }),
    ),
    ...pageQuery,
  },
  { additionalProperties: false },
);
export type TeamListQuery = Static<typeof TeamListQuery>;

export const PageQuery = Type.Object(pageQuery, { additionalProperties: false });

export const UserFacetQuery = Type.Object(userFilters, { additionalProperties: false });
export type UserFilters = Static<typeof UserFacetQuery>;

const UserCount = Type.Integer({ minimum: 0 });

/** How many users each value of each filter would show, under the other filters. */
export const UserFacets = Type.Object({
  total: UserCount,
  status: Type.Record(Type.String(), UserCount),
  role: Type.Record(Type.String(), UserCount),
  linked: Type.Object({ yes: UserCount, no: UserCount }),
});
export type UserFacets = Static<typeof UserFacets>;

export const UserPage = Type.Object({
  items: Type.Array(Type.Unsafe<User>(User)),
  total: Type.Optional(Type.Integer({ minimum: 0, description: "With offset: rows in all." })),
  nextCursor: orNull(Type.String({ description: "null on the last page, and with offset." })),
});
export const UserAnswer = Type.Object({ user: Type.Unsafe<User>(User) });
export const TeamPage = pageOf(Type.Unsafe<Team>(Team));
export const TeamAnswer = Type.Object({ team: Type.Unsafe<Team>(Team) });
export const TeamMemberPage = pageOf(TeamMember);

export const InviteAnswer = Type.Object({
  user: Type.Unsafe<User>(User),
  link: Type.String({ description: "Opens the page that accepts the invitation. Shown once." }),
  expiresAt: Time,
});

const Text = (description?: string) =>
  Type.Optional(orNull(Type.String(description === undefined ? {} : { description })));

/** What a person may write of a user. Blank and `null` both clear a value. */
const profileFields = {
  firstName: Text(),
  lastName: Text(),
  preferredName: Text(),
  jobTitle: Text(),
  languagePreferences: Text("One language code such as fr."),
  products: Type.Optional(
    orNull(
      Type.Array(Type.String(), {
        maxItems: 100,
        description: "None = the workspace's default product.",
      }),
    ),
  ),
  properties: Type.Optional(Type.Record(Type.String(), orNull(Type.String()))),
  directManagerId: Text("Id of a user; null removes the Direct Manager."),
  role: Type.Optional(
    Type.Enum([...USER_ROLES], { description: "Signed-in admins only: a key cannot set roles." }),
  ),
};

export const NewUser = Type.Object(
  { email: Type.String(), ...profileFields },
  { additionalProperties: false },
);
export type NewUser = Static<typeof NewUser>;

/** Only what is given changes. */
export const UserChange = Type.Object(
  {
    email: Type.Optional(Type.String()),
    ...profileFields,
    locked: Type.Optional(
      Type.Record(Type.String(), Type.Boolean(), {
        description: `Whether syncs leave a value alone, by field (${LOCKABLE_FIELDS.join(", ")}) or property. What is not named stays as it is.`,
      }),
    ),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type UserChange = Static<typeof UserChange>;

export const NewTeam = Type.Object(
  { name: Type.String(), parentId: Text("Id of the parent team.") },
  { additionalProperties: false },
);
export type NewTeam = Static<typeof NewTeam>;

export const TeamChange = Type.Object(
  { name: Type.Optional(Type.String()), parentId: Text("Id of the parent team; null = none.") },
  { additionalProperties: false, minProperties: 1 },
);
export type TeamChange = Static<typeof TeamChange>;

/** A flag that is not given stays as it is; both false end the place. */
export const PlaceChange = Type.Object(
  { isMember: Type.Optional(Type.Boolean()), isManager: Type.Optional(Type.Boolean()) },
  { additionalProperties: false, minProperties: 1 },
);
export type PlaceChange = Static<typeof PlaceChange>;

export const Relink = Type.Object(
  {
    externalId: Type.String({ description: "The id that the active source knows this person by." }),
  },
  { additionalProperties: false },
);

/** Query of a history. */
export const HistoryQuery = Type.Object(
  { ...pageQuery, lang: Type.Optional(Type.Enum([...LANGUAGES], { default: "en" })) },
  { additionalProperties: false },
);

/** One thing that happened to a user or team: an entry of a sync's report, or a change by hand. */
export const HistoryItem = Type.Object(
  {
    origin: Type.Enum(["sync", "manual"]),
    at: Time,
    type: Type.String({ description: "Type of the entry, or the action of the change by hand." }),
    label: Type.String(),
    by: Type.String({ description: "Who: what started the sync, or who made the change." }),
    subject: orNull(
      Type.Object(
        { type: Type.Enum([...SUBJECT_TYPES]), id: Type.String(), name: Type.String() },
        {
          description: "What it was done to: for a place in a team, the team.",
        },
      ),
    ),
    changes: Type.Array(EntryChange),
    kept: Type.Array(Type.String(), {
      description:
        "Fields and properties whose values were locked or unlocked, or kept because they are locked: none of these changed.",
    }),
    sync: orNull(
      Type.Object({
        id: Type.String(),
        number: Type.Integer(),
        status: Type.Enum([...SYNC_STATUSES]),
        dryRun: Type.Boolean(),
      }),
    ),
    entry: orNull(Type.Unsafe<ReportEntry>(ReportEntry)),
  },
  { $id: "HistoryItem" },
);
export type HistoryItem = Static<typeof HistoryItem>;
export const HistoryPage = pageOf(Type.Unsafe<HistoryItem>(HistoryItem));
