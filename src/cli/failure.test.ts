import { expect, test } from "vitest";
import { describeError, Failure, formatPlace, refused } from "./failure.ts";

test("places read as file:line:column, then what is wrong", () => {
  const message = "The quote is not closed.";
  expect(formatPlace({ file: "people.csv", line: 12, column: 5, message })).toBe(
    "people.csv:12:5  The quote is not closed.",
  );
  expect(formatPlace({ file: "people.csv", line: 12, column: "email", message })).toBe(
    "people.csv:12  email: The quote is not closed.",
  );
  expect(formatPlace({ pointer: "/members/3", message })).toBe(
    "/members/3  The quote is not closed.",
  );
  expect(formatPlace({ message })).toBe(message);
});

test("a refusal tells its detail, every place, a hint, and for the log its id", () => {
  const errors = [
    { file: "a.csv", line: 1, message: "One." },
    { file: "b.csv", message: "Two." },
  ];
  const problem = { status: 422, code: "invalid_input", detail: "Two files are wrong.", errors };
  expect(refused(problem, "Mend them.").message).toBe(
    "Two files are wrong.\n  a.csv:1  One.\n  b.csv  Two.\nMend them.",
  );
  const broken = { status: 500, code: "internal_error", detail: "It broke.", requestId: "r-1" };
  expect(refused(broken).message).toBe("It broke.\nRequest id: r-1");
});

test("one place that says what the detail says is told once", () => {
  const detail = "The column email is missing.";
  const errors = [{ file: "a.csv", line: 1, message: detail }];
  expect(refused({ status: 422, code: "x", detail, errors }).message).toBe(
    "a.csv:1  The column email is missing.",
  );
});

test("what a server sends cannot steer the terminal", () => {
  const problem = { status: 422, code: "x", detail: "\u001b[2J\u202egone" };
  expect(refused(problem).message).toBe("\ufffd[2J\ufffdgone");
});

test("errors are told in a sentence with an exit code, never with a stack", () => {
  expect(describeError(new Failure("No.", 2))).toEqual({ message: "No.", exitCode: 2 });
  expect(describeError(new TypeError("odd"))).toEqual({ message: "odd", exitCode: 1 });
  const taken = Object.assign(new Error("listen EADDRINUSE"), { code: "EADDRINUSE", port: 8420 });
  expect(describeError(taken).message).toContain("Port 8420 is taken");
});
