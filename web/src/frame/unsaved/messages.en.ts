/** Words of what is not saved yet. */
export const en = {
  unsaved: { one: "{n} unsaved change", other: "{n} unsaved changes" },
  unsavedChange: "{label}: {before} → {after}",
  discard: "Discard",
  save: "Save",
  leaveTitle: "Leave without saving?",
  leaveText: "What you changed on this page is lost.",
  stay: "Stay on this page",
  leave: "Leave without saving",
} as const;
