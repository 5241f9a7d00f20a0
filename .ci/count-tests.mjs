// Prints "passed failed skipped" of a test run, from what it wrote and the code it ended with. What failed outside a
// test (a file that does not load, an unhandled error, no file written) counts as one failure each.
import { existsSync, readFileSync } from "node:fs";

const [path = "", status = "1"] = process.argv.slice(2);

if (!existsSync(path)) {
  console.log("0 1 0");
} else {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
   *   testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const run = JSON.parse(readFileSync(path, "utf8"));
  const brokenFiles = run.testResults.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = run.numFailedTests + brokenFiles;
  const outside = failed === 0 && status !== "0" ? 1 : 0;
  console.log(run.numPassedTests, failed + outside, run.numPendingTests + run.numTodoTests);
}
