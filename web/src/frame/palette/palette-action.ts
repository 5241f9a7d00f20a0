/** What the palette starts that asks more before it is done. */
export type PaletteAction = "run" | "addKey" | "addUser" | "addTeam";
