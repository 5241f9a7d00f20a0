import { Type } from "typebox";
import { Email } from "./account.ts";
import { GivenName, orNull } from "./values.ts";

const Link = Type.String({ description: "Path of a one-time link; the origin goes before it." });

/** What the command line on the server asks of the running server. */
export const RecoveryRequest = Type.Object({ email: Email }, { additionalProperties: false });
export const RecoveryAnswer = Type.Object({ link: Link });

export const HostWorkspace = Type.Object({ id: Type.String(), name: Type.String() });
export const NewHostWorkspace = Type.Object(
  { name: GivenName, adminEmail: Type.Optional(Email) },
  { additionalProperties: false },
);
export const NewHostWorkspaceAnswer = Type.Object({
  workspace: HostWorkspace,
  link: orNull(Link),
});
export const HostWorkspaceList = Type.Object({
  items: Type.Array(HostWorkspace),
  nextCursor: Type.Null(),
});
