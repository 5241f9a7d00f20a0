import { type Static, Type } from "typebox";
import { Preferences, PreferencesPatch } from "./preferences.ts";
import { GivenName, orNull, Time } from "./values.ts";

/** Length matters more than kinds of characters (NIST SP 800-63B). */
export const PASSWORD_LENGTH = { least: 8, most: 128 };

export const Email = Type.String({ maxLength: 320, pattern: "^[^\\s@]+@[^\\s@]+$" });
export const NewPassword = Type.String({
  minLength: PASSWORD_LENGTH.least,
  maxLength: PASSWORD_LENGTH.most,
  description: `${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters of any kind.`,
});
/** A password to check: any length that is not absurd, so that the answer is "wrong" and not "malformed". */
const GivenPassword = Type.String({ minLength: 1, maxLength: 1000 });
const LinkToken = Type.String({
  minLength: 1,
  maxLength: 200,
  description: "From the link's fragment, after #token=.",
});

const closed = { additionalProperties: false } as const;

export const SignIn = Type.Object({ email: Email, password: GivenPassword }, closed);
export const PasswordChange = Type.Object(
  { currentPassword: GivenPassword, newPassword: NewPassword },
  closed,
);
export const PasswordByLink = Type.Object({ token: LinkToken, password: NewPassword }, closed);
export const SetUp = Type.Object(
  {
    token: LinkToken,
    workspaceName: Type.Optional(GivenName),
    name: GivenName,
    email: Email,
    password: NewPassword,
  },
  closed,
);
export type SetUp = Static<typeof SetUp>;

export const ADMIN_ROLES = ["admin", "viewer"] as const;
export type AdminRole = (typeof ADMIN_ROLES)[number];
export const AdminRole = Type.Union([Type.Literal("admin"), Type.Literal("viewer")], {
  description: "admin may do everything; viewer may read.",
});

const WorkspaceRef = Type.Object({ id: Type.String(), name: Type.String() });

/** Who calls, and what they may do. */
export const Me = Type.Object({
  kind: Type.Union([Type.Literal("account"), Type.Literal("api_key")]),
  id: Type.String(),
  name: Type.String(),
  email: orNull(Type.String()),
  scope: Type.Union([
    Type.Literal("read"),
    Type.Literal("push"),
    Type.Literal("read_write"),
    Type.Literal("admin"),
  ]),
  workspace: WorkspaceRef,
  workspaces: Type.Array(WorkspaceRef, {
    description: "Every workspace that this account administers.",
  }),
  productName: Type.String(),
  preferences: Preferences,
});
export type Me = Static<typeof Me>;

/** A change of what one looks at, or of how one likes the pages. */
export const MeChange = Type.Object(
  { workspaceId: Type.Optional(Type.String()), preferences: Type.Optional(PreferencesPatch) },
  { ...closed, minProperties: 1 },
);

export const Session = Type.Object({
  id: Type.String(),
  current: Type.Boolean(),
  createdAt: Time,
  lastSeenAt: Time,
  expiresAt: Time,
  ip: orNull(Type.String()),
  userAgent: orNull(Type.String()),
});

/** A person who administers the workspace. */
export const Admin = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  role: AdminRole,
  hasPassword: Type.Boolean({ description: "Whether the person has set a password yet." }),
  createdAt: Time,
});
export const NewAdmin = Type.Object({ name: GivenName, email: Email, role: AdminRole }, closed);
