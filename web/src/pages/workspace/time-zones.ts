/** A zone by its IANA name, and its distance from UTC. */
export interface Zone {
  name: string;
  offset: string;
}

/** As many as a list shows at once; typing narrows them down. */
const MOST = 40;

/** The zones that this browser knows, and UTC. */
export function listZoneNames(): string[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];
}

/** `America/New_York` is found by "new york", "new_york" and "york america". */
export function findZones(names: readonly string[], text: string): string[] {
  const fold = (from: string) =>
    from
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[_/-]+/g, " ")
      .toLowerCase();
  const words = fold(text)
    .split(" ")
    .filter((word) => word !== "");
  return names.filter((name) => words.every((word) => fold(name).includes(word))).slice(0, MOST);
}

/** `UTC+05:30`, as it is at a moment. */
export function offsetOf(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    timeZoneName: "longOffset",
  }).formatToParts(at);
  const written = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  // At no distance some browsers leave the numbers out.
  return written === "GMT" ? "UTC+00:00" : written.replace("GMT", "UTC").replace("-", "−");
}
