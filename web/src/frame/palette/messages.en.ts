/** Words of the palette. */
export const en = {
  palette: "Go to",
  paletteSearch: "Page, sync, person, team or ID",
  paletteId: "ID",
  palettePages: "Pages",
  paletteHelp: "Help",
  paletteSearching: "Searching…",
  paletteNone: "Nothing found.",
  openId: "Open {id}",
  syncNumber: "Sync {number}",
  apiReference: "API reference",
  shortcuts: "Keyboard shortcuts",
} as const;
