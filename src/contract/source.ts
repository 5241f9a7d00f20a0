import { type Static, Type } from "typebox";

/** Where desired state comes from (domain rules, section 1). */
export const Source = Type.Object({
  id: Type.String(),
  kind: Type.String({ description: "push: data comes in when it is sent." }),
  name: Type.String(),
  active: Type.Boolean({ description: "Exactly one is; pushing to another is refused." }),
});
export type Source = Static<typeof Source>;
