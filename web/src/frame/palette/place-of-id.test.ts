import { expect, it } from "vitest";
import { placeOfId } from "./place-of-id.ts";

it.each([
  [" syn_42 ", "/syncs/syn_42"],
  ["usr_7", "/users/usr_7"],
  ["team_1", "/teams/team_1"],
  ["key_1", "/provisioning/keys#key_1"],
  ["src_1", null],
  ["usr_0", null],
  ["usr_7/../x", null],
  ["Marie", null],
])("%j leads to %j", (text, place) => {
  expect(placeOfId(text)).toBe(place);
});
