/** Words of the sign-in page. */
export const en = {
  title: "Sign in",
  email: "Email",
  password: "Password",
  signIn: "Sign in",
  fillEmail: "Enter your email.",
  fillPassword: "Enter your password.",
  wrong: "Email or password is not right.",
  locked: {
    one: "Too many tries. Signing in is closed for {n} minute. An admin can make you a new password link.",
    other:
      "Too many tries. Signing in is closed for {n} minutes. An admin can make you a new password link.",
  },
  setUpFirst:
    "{product} is not set up yet. Its first start printed a link for the first admin: open that one.",
  singleSignOn: "Sign in with your organisation's account",
  singleSignOnWith: "Sign in with {provider}",
  orPassword: "or with a password",
  failed: "You are not signed in.",
} as const;
