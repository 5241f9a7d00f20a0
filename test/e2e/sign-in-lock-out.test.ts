import { expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "empty" });

/** So many wrong passwords in a row close an address for a while. */
const TRIES = 10;

test("after too many tries the page says for how long, and whom to ask; then it lets in again", async ({
  server,
  open,
}) => {
  const { email, password } = await server.addAccount("Lena Locked", "admin");
  const page = await open("/sign-in?return=/users", { as: null });
  page.faults.allow(/answered (401|429)/, /status of (401|429)/);
  const secret = page.getByRole("textbox", { name: "Password" });
  const submit = async (text: string) => {
    await secret.fill(text);
    const answered = page.waitForResponse("**/api/auth/sign-in");
    await page.getByRole("button", { name: "Sign in" }).click();
    return (await answered).status();
  };
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  for (let at = 0; at < TRIES; at++) expect(await submit(`wrong ${at}`)).toBe(401);
  await page.getByText("Email or password is not right.").waitFor();
  // Closed, even for the right one.
  expect(await submit(password)).toBe(429);
  await page
    .getByText(/Too many tries\. Signing in is closed for 1[45]\sminutes\. An admin can make you/)
    .waitFor();
  await expectAccessible(page);
  await server.database.query(
    "update auth_attempts set locked_until = now() - interval '1 second'",
  );
  expect(await submit(password)).toBe(204);
  await page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
});
