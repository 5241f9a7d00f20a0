/**
 * What is wrong with a whole input: the push is refused and nothing is stored (domain rules, section 3).
 * What is wrong with one row is a `Flaw` and never an exception.
 */

/** The stable code of each refusal, and the HTTP status it answers with. */
export const INPUT_ERROR_STATUS = {
  empty_file: 400,
  no_section: 400,
  unknown_section: 400,
  duplicate_section: 400,
  settings_refused: 400,
  section_not_array: 400,
  row_not_object: 400,
  malformed_csv: 400,
  malformed_json: 400,
  too_deep: 400,
  too_many_columns: 400,
  row_too_large: 413,
  input_too_large: 413,
  unknown_encoding: 415,
  missing_column: 422,
  duplicate_header: 422,
  duplicate_key: 422,
  incomplete_input: 422,
} as const satisfies Record<string, 400 | 413 | 415 | 422>;

export type InputErrorCode = keyof typeof INPUT_ERROR_STATUS;

/**
 * One place where the input is wrong, and the remedy in `message`. `column` is a column's name, or the position
 * of a character in its line (from 1) where the fault is one of spelling. `pointer` is an RFC 6901 JSON pointer.
 */
export interface InputProblem {
  file?: string;
  line?: number;
  column?: string | number;
  pointer?: string;
  message: string;
}

/** Refuses a whole input. `message` says what is wrong and how to mend it; `errors` says where. */
export class InputError extends Error {
  readonly code: InputErrorCode;
  readonly status: 400 | 413 | 415 | 422;
  readonly errors: readonly InputProblem[];

  constructor(code: InputErrorCode, ...errors: [InputProblem, ...InputProblem[]]) {
    super(errors[0].message);
    this.name = "InputError";
    this.code = code;
    this.status = INPUT_ERROR_STATUS[code];
    this.errors = errors;
  }
}
