/** The forms in which data is pushed. */
export type PushFormat = "csv" | "json";

/** A push as a line for a shell; the key comes from the environment, so that it is in no history of commands. */
export function writeCurl(origin: string, format: PushFormat, dryRun: boolean): string {
  const address = `${origin}/api/v1/provisioning/${format}${dryRun ? "?dryRun=true" : ""}`;
  const body =
    format === "csv"
      ? ["-F members=@members.csv", "-F teams=@teams.csv", "-F teamsMappings=@teams-mappings.csv"]
      : ['-H "Content-Type: application/json"', "--data-binary @organisation.json"];
  return [
    `curl "${address}"`,
    ...['-H "Authorization: Bearer $MUSTER_API_KEY"', ...body].map((part) => `  ${part}`),
  ].join(" \\\n");
}
