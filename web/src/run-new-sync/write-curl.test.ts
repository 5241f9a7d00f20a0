import { expect, test } from "vitest";
import { writeCurl } from "./write-curl.ts";

test("a push of CSV files, as a shell takes it", () => {
  expect(writeCurl("https://muster.example", "csv", false)).toBe(
    [
      'curl "https://muster.example/api/v1/provisioning/csv" \\',
      '  -H "Authorization: Bearer $MUSTER_API_KEY" \\',
      "  -F members=@members.csv \\",
      "  -F teams=@teams.csv \\",
      "  -F teamsMappings=@teams-mappings.csv",
    ].join("\n"),
  );
});

test("a preview of JSON says so in its address", () => {
  const lines = writeCurl("https://muster.example", "json", true).split(" \\\n  ");
  expect(lines).toEqual([
    'curl "https://muster.example/api/v1/provisioning/json?dryRun=true"',
    '-H "Authorization: Bearer $MUSTER_API_KEY"',
    '-H "Content-Type: application/json"',
    "--data-binary @organisation.json",
  ]);
});
