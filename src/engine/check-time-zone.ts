import { EngineError } from "./engine-error.ts";

/** Throws 422 for what is no time zone; `pointer` = where in the body it stands. */
export function checkTimeZone(timeZone: string, pointer: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
  } catch {
    const message = `must be an IANA time zone such as Europe/Paris, not "${timeZone}"`;
    throw new EngineError(422, "invalid_request", `${pointer.slice(1)} ${message}.`, [
      { pointer, message },
    ]);
  }
}
