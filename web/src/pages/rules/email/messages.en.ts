/** Words of the email about syncs: what one gets, and who else gets what. */
export const en = {
  title: "Email",
  sentTo: "Who is told when something happens to a sync. Yours goes to {email}.",
  loadFailed: "Who gets email could not be loaded.",
  notSetUp:
    "Email is not set up on this server, so nobody is told. To set it up, set {variable} to the address of a mail server.",
  own: "You get an email when",
  failedHint: "It broke off. Not when a person stopped it.",
  newIssuesHint: "For issues with a cause that the last sync did not have.",
  saved: "Your choice was saved.",
  notSaved: "Your choice was not saved.",
  others: "Who else gets email",
  othersHint: "Each person chooses for themself.",
  nobodyElse: "Nobody else has access to this workspace.",
  name: "Name",
  toldOf: "Gets email for",
  needsApproval: "Needs approval",
  failed: "Failed",
  newIssues: "New issues",
  nothing: "No email",
  roleAdmin: "Admin",
  roleViewer: "Viewer",
} as const;
