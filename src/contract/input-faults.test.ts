import { expect, test } from "vitest";
import { INPUT_ERROR_STATUS } from "../core/input/input-error.ts";
import { inputFaultLabel } from "./input-faults.ts";
import { LANGUAGES } from "./language.ts";

test("every refusal of an input has words in every language", () => {
  for (const code of Object.keys(INPUT_ERROR_STATUS)) {
    for (const language of LANGUAGES) expect(inputFaultLabel(code, language), code).not.toBeNull();
  }
  expect(inputFaultLabel("internal_error", "en")).toBeNull();
  expect(inputFaultLabel("toString", "en")).toBeNull();
});
