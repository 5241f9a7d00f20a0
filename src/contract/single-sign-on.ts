import { type Static, Type } from "typebox";
import { orNull } from "./values.ts";

/** What the sign-in page needs to know before anybody is known. */
export const SignInOptions = Type.Object({
  productName: Type.String(),
  setUpNeeded: Type.Boolean({ description: "The first admin is still to be made." }),
  hasWorkspace: Type.Boolean(),
  singleSignOn: orNull(
    Type.Object(
      {
        label: orNull(Type.String({ description: "What people call the provider." })),
        path: Type.String({
          description: "Where a link leads to; returnTo=/… says where to go afterwards.",
        }),
      },
      { description: "Null where none is configured." },
    ),
  ),
});
export type SignInOptions = Static<typeof SignInOptions>;
