import { createHash, randomInt } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 40 of 62 characters: 238 bits. */
const RANDOM_LENGTH = 40;

/** A new API key: the prefix tells people and secret scanners what it is. */
export function makeApiKey(): string {
  return `mus_${Array.from({ length: RANDOM_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")}`;
}

/** What is stored of a key. It is random and long, so a fast hash keeps it as safe as a slow one would. */
export function hashApiKey(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}
