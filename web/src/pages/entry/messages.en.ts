/** Words of the pages that one-time links lead to. */
export const en = {
  setUpTitle: "Set up {product}",
  setUpText: "You become the first admin. Others can be added afterwards.",
  workspace: "Workspace",
  workspaceHint: "Usually the name of your organisation.",
  name: "Your name",
  email: "Your email",
  password: "Password",
  newPassword: "New password",
  passwordHint: "At least {least} characters. A few words together are easy to keep in mind.",
  passwordShort: "Use at least {least} characters.",
  fillWorkspace: "Name the workspace.",
  fillName: "Enter your name.",
  fillEmail: "Enter your email address.",
  setUp: "Set up",
  setUpFailed: "Nothing was set up.",
  setUpLinkEnded:
    "This link was used already, has expired, or was replaced by a newer one. Restart the server: it prints a new one.",
  noSetUpToken:
    "{product} waits for its first admin. Open the link that the server printed at its start; this address alone is not enough.",
  isSetUp: "{product} is set up already.",
  toSignIn: "Sign in",
  loadFailed: "The page could not be loaded.",
  setPasswordTitle: "Choose a password",
  setPasswordText:
    "Afterwards you sign in with it. Wherever you were signed in, you are signed out.",
  setPassword: "Set the password",
  passwordSet: "Your password is set.",
  passwordNotSet: "The password was not set.",
  passwordLinkEnded:
    "This link was used already, has expired, or was replaced by a newer one. Ask an admin for a new link.",
  noPasswordToken: "This address works only as the whole link that an admin gave you.",
} as const;
