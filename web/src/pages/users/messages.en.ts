/** Words of the list of users. */
export const en = {
  title: "Users",
  allUsers: "All users",
  listLabel: "Users by name",
  search: "Name, email or external ID",
  add: "Add user",
  noTeam: "In no team",
  noManager: "Without a manager",
  loadFailed: "The users could not be loaded.",
  noneTitle: "No users yet",
  noneText: "Send your first data with the API, upload files, or add users by hand.",
  toSource: "Choose how data comes in",
  filteredTitle: "No users match these filters.",
  clearFilters: "Clear filters",
  invite: { one: "Invite {n} user", other: "Invite {n} users" },
  inviteText:
    "Each gets an invitation that is valid for 7 days, and a mail where a mail server is set up. Who was invited before gets a new link; the one before stops working. Who accepted already is left as is.",
  inviteNoMail:
    "No mail server is set up, so no mail was sent. Take the link from each user’s page, or deliver invitations with your application.",
  deactivate: { one: "Deactivate {n} user", other: "Deactivate {n} users" },
  deactivateText:
    "They lose access at once. Profiles and history stay, and no sync gives the access back; you can.",
  selectAllFailed: "The users could not be selected.",
} as const;
