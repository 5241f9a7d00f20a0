import { expect, test } from "vitest";
import { checkHostProof, makeHostProof } from "./host-proof.ts";

const SECRET = "a secret that only the host can read";
const NOW = Date.UTC(2026, 0, 1);

test("a proof holds for five minutes", () => {
  const proof = makeHostProof(SECRET, NOW);
  expect(checkHostProof(SECRET, proof, NOW)).toBe(true);
  expect(checkHostProof(SECRET, proof, NOW + 299_000)).toBe(true);
  expect(checkHostProof(SECRET, proof, NOW + 301_000)).toBe(false);
  expect(checkHostProof(SECRET, proof, NOW - 301_000)).toBe(false);
});

test("nothing else passes for one", () => {
  const [time, signature] = makeHostProof(SECRET, NOW).split(".");
  const other = makeHostProof("another secret", NOW);
  for (const proof of [
    other,
    `${Number(time) + 1}.${signature}`,
    `${time}.`,
    `${time}`,
    "",
    ".",
    `x.${signature}`,
  ]) {
    expect(checkHostProof(SECRET, proof, NOW), proof).toBe(false);
  }
});
