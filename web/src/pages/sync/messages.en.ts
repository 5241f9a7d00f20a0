/** Words of a sync report, around its rows. */
export const en = {
  tabs: "Parts of the report",
  updates: "Updates",
  issues: "Issues",
  troubleshooting: "Troubleshooting",
  activity: "Activity",
  loadFailed: "This sync could not be loaded.",
  notFoundTitle: "Sync not found",
  notFound: "No sync has this ID.",
  tooOld: {
    one: "This sync is older than your {n}-day history.",
    other: "This sync is older than your {n}-day history.",
  },
  download: "Download report",
  downloadLater: "You can download the report when the sync is finished.",
  downloadFull: "Full report (CSV)",
  downloadFullHint: "Every row, whatever the filters",
  downloadRows: { one: "This row (CSV)", other: "These {n} rows (CSV)" },
} as const;
