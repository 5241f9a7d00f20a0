import type { Troubleshooting } from "./text.ts";

/** English troubleshooting: products, columns and single values. */
export const VALUES: Pick<
  Troubleshooting,
  "unknown_product" | "unknown_property" | "invalid_value" | "value_locked"
> = {
  unknown_product: {
    happened:
      "A product in the row was left out. The other products and the rest of the row were applied. If the row names no other product, a new person gets the default product and an existing person’s products stay as they are.",
    cause: "The workspace has no product of that name. Capital letters make no difference.",
    source: "Write the product as the workspace does, with a semicolon between two products.",
    muster: "If the product is missing, add it to the products of the workspace.",
    message: [
      "the workspace has no product named {value}. It has: {products}.",
      "the workspace has no product named {value}.",
      "this row names a product that the workspace does not have.",
    ],
    suggestion: [
      "Did you mean {nearest}? Correct the product in the source, or add {value} to the workspace.",
      "Correct the product in the source, or add {value} to the products of the workspace.",
      "Correct the product in the source, or add it to the products of the workspace.",
    ],
    reasons: {},
  },
  unknown_property: {
    happened:
      "A column was left out. Its values were neither read nor stored; everything else was applied.",
    cause:
      "The name of the column is neither a field of provisioning nor a property of the workspace. Capital letters, spaces, hyphens and underscores make no difference.",
    source:
      "Correct the name of the column. If the column is not meant for {product}, leave it out of the data.",
    muster:
      "If the values should be kept, add a property with that name to the workspace, then send the data again.",
    message: [
      "the column {column} is not a known property, so it was left out. The nearest one is {nearest}.",
      "the column {column} is not a known property, so it was left out.",
      "a column is not a known property, so it was left out.",
    ],
    suggestion: [
      "Rename the column to {nearest} in the source, or add a property named {column} in {product}.",
      "Rename or remove the column in the source, or add a property named {column} in {product}.",
      "Rename or remove the column in the source, or add a property of that name in {product}.",
    ],
    reasons: {},
  },
  invalid_value: {
    happened: "One value of a row could not be used as it is. The rest of the row was applied.",
    cause: "The value does not fit what the property holds.",
    source: "Correct the value in the source, then send the data again.",
    muster:
      "There is nothing to change in {product}. The next sync applies the value once it is correct.",
    message: [
      "the value “{value}” in column {column} could not be used. The rest of the row was applied.",
      "the value in column {column} could not be used. The rest of the row was applied.",
      "a value of this row could not be used. The rest of the row was applied.",
    ],
    suggestion: [
      "Correct {column} in the source, then send the data again.",
      "Correct the value in the source, then send the data again.",
    ],
    reasons: {
      invalid_format: {
        message: [
          "the value “{value}” in column {column} is not in the expected form, so the present value was kept.",
          "the value in column {column} is not in the expected form, so the present value was kept.",
          "a value of this row is not in the expected form, so the present value was kept.",
        ],
        suggestion: [
          "Correct {column} in the source. Dates are written like 2026-03-31, languages like fr, flags like true.",
          "Correct the value in the source. Dates are written like 2026-03-31, languages like fr, flags like true.",
        ],
        cause:
          "A date must be a day of the calendar written year, month, day (2026-03-31), a language one code such as en or fr-CA, and a flag true or false. Other ways of writing them can mean different things, so none is guessed.",
        source:
          "Write the value in that form. Many programs let you choose the form of dates when they export.",
      },
      control_characters: {
        message: [
          "the value in column {column} contained characters that cannot be seen. They were removed and the rest was applied.",
          "a value of this row contained characters that cannot be seen. They were removed and the rest was applied.",
        ],
        suggestion: [
          "Remove the invisible characters from {column} in the source.",
          "Remove the invisible characters from the value in the source.",
        ],
        cause:
          "The value contained control characters, characters that change the direction of text, or half of a character. They cannot be seen and can make a text look like another one.",
        source:
          "Type the value again, or clean the column in the program that writes the data. Such characters often come from copying out of a document.",
      },
      wrong_type: {
        message: [
          "the value of {column} is a list or an object where a text belongs, so the present value was kept.",
          "a value of this row is a list or an object where a text belongs, so the present value was kept.",
        ],
        suggestion: ["Send {column} as a text.", "Send the value as a text."],
        cause:
          "Only productAssignations is a list. Every other value is a text, a number or true and false.",
        source: "Change the program that writes the data so that it sends the value as a text.",
      },
      value_too_long: {
        message: [
          "the value in column {column} has more than {limit} characters, so the present value was kept.",
          "the value in column {column} is too long, so the present value was kept.",
          "a value of this row is too long, so the present value was kept.",
        ],
        suggestion: [
          "Shorten {column} to {limit} characters or fewer in the source.",
          "Shorten {column} in the source.",
          "Shorten the value in the source.",
        ],
        cause: "A job title may have up to 255 characters and a text property 20,000.",
        source:
          "Shorten the value. A very long one often means that columns moved or that a quotation mark is missing.",
      },
    },
  },
  value_locked: {
    happened:
      "Someone locked a value of this person, and the source brought another one. The locked value was left as it is, and the rest of the row was applied.",
    cause:
      "Syncs leave a locked value alone, whatever the source has, until someone unlocks it. As long as the two differ, every sync says so.",
    source: "If the locked value is right, correct the value in the source.",
    muster:
      "If the source is right, open the person’s profile and unlock the value. The next sync then applies what the source has.",
    message: [
      "the value of {property} is locked: “{kept}” was kept, and “{value}” from the source was not taken.",
      "the value of {property} is locked: it stays empty, and “{value}” from the source was not taken.",
      "the value of {property} is locked: “{kept}” was kept, though the source leaves it empty.",
      "the value of {property} is locked, so the one from the source was not taken.",
      "a value of this person is locked, so the one from the source was not taken.",
    ],
    suggestion: [
      "If the source is right, unlock {property} on the profile in {product}; otherwise correct it in the source.",
      "If the source is right, unlock the value on the profile in {product}; otherwise correct it in the source.",
    ],
    reasons: {},
  },
};
