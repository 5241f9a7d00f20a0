import { expect, test } from "vitest";
import { readSsoTicket, SSO_TICKET_SECONDS, safeReturnPath, writeSsoTicket } from "./sso-ticket.ts";

const SECRET = "s".repeat(32);
const TICKET = { state: "a", nonce: "b", verifier: "c", returnTo: "/syncs/12?tab=issues" };
const NOW = Date.UTC(2026, 0, 1);

test("a ticket comes back as it was, in time and from here only", () => {
  const text = writeSsoTicket(SECRET, TICKET, NOW);
  expect(text).toMatch(/^[\w-]+\.[\w-]+$/);
  expect(readSsoTicket(SECRET, text, NOW + SSO_TICKET_SECONDS * 1000)).toEqual(TICKET);
  expect(readSsoTicket(SECRET, text, NOW + SSO_TICKET_SECONDS * 1000 + 1)).toBeNull();
  expect(readSsoTicket("t".repeat(32), text, NOW)).toBeNull();
  expect(readSsoTicket(SECRET, `e30${text}`, NOW)).toBeNull();
  for (const bad of [undefined, "", ".", "e30.", text.slice(0, -4), text.split(".")[0]]) {
    expect(readSsoTicket(SECRET, bad, NOW)).toBeNull();
  }
});

test.each([
  ["/syncs/12?tab=issues&q=a%20b#x", "/syncs/12?tab=issues&q=a%20b#x"],
  ["/", "/"],
  [undefined, "/"],
  ["", "/"],
  ["syncs", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/..//evil.example", "/"],
  ["/.//evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/a\r\nset-cookie: x", "/"],
])("of %j the way back is %s", (given, path) => {
  expect(safeReturnPath(given)).toBe(path);
});
