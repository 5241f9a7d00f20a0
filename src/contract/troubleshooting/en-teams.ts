import type { Troubleshooting } from "./text.ts";

/** English troubleshooting: teams, their members, managers and nesting. */
export const TEAMS: Pick<
  Troubleshooting,
  "team_skipped" | "team_mapping_skipped" | "subteam_conflict" | "subteam_cycle"
> = {
  team_skipped: {
    happened:
      "A row about a team was skipped and changed nothing. It still shows that the team is in the source, so the team is not deleted because of it.",
    cause: "The row does not say clearly which team it is about, or repeats another row.",
    source: "Correct the row in the source, then send the data again.",
    muster:
      "There is nothing to change in {product}. The next sync applies the row once it is correct.",
    message: ["this row could not be used, so the team was skipped."],
    suggestion: ["Correct the row in the source, then send the data again."],
    reasons: {
      missing_external_id: {
        message: ["this row has no external id, so the team was skipped."],
        suggestion: ["Give the team an external id in the source, then send the data again."],
        cause:
          "The external id is blank. It ties a row to the same team from one sync to the next, even when the team is renamed, so a row without it cannot be used.",
        source:
          "Give the team an external id that never changes and is never given to another team.",
      },
      invalid_external_id: {
        message: [
          "the external id “{value}” contains characters that an id cannot have, so the team was skipped.",
          "the external id contains characters that an id cannot have, so the team was skipped.",
        ],
        suggestion: ["Remove the invisible characters from the external id in the source."],
        cause:
          "The external id contains control characters or characters that change the direction of text. They cannot be seen, so two ids that look the same would not be the same.",
        source: "Type the id again, or clean the column in the program that writes the data.",
      },
      missing_name: {
        message: ["this row has no team name, so the team was skipped."],
        suggestion: ["Give the team a name in the source, then send the data again."],
        cause: "The team name is blank. A blank name never clears the present one.",
        source: "Fill in the name of the team. Two teams may have the same name.",
      },
      value_too_long: {
        message: [
          "the value in column {column} has more than {limit} characters, so the team was skipped.",
          "the value in column {column} is too long, so the team was skipped.",
          "the external id or the name is too long, so the team was skipped.",
        ],
        suggestion: [
          "Shorten {column} to {limit} characters or fewer in the source.",
          "Shorten {column} in the source.",
          "Shorten the value in the source.",
        ],
        cause: "An external id may have up to 255 characters and a team name 200.",
        source:
          "Shorten the value. A very long one often means that columns moved or that a quotation mark is missing.",
      },
      duplicate_external_id: {
        message: [
          "this row repeats external id {value}, first given on line {firstLine}. The first row was used.",
          "this row repeats external id {value}, which an earlier row has. The first row was used.",
          "this row repeats the external id first given on line {firstLine}. The first row was used.",
          "this row repeats the external id of an earlier row. The first row was used.",
        ],
        suggestion: [
          "Keep one row for external id {value} in the source.",
          "Keep one row for each external id in the source.",
        ],
        cause:
          "Two rows have the same external id. The first one counts, even if it was skipped itself.",
        source:
          "If both rows are about one team, keep the one that is right. If they are about two teams, give each an external id of its own.",
      },
    },
  },
  team_mapping_skipped: {
    happened:
      "A row that places someone in a team, or one team under another, was skipped. What it names keeps its present place.",
    cause: "The row does not lead from a known team to a known member or subteam.",
    source: "Correct the row in the source, then send the data again.",
    muster:
      "There is nothing to change in {product}. The next sync applies the row once it is correct.",
    message: ["this row could not be used, so it was skipped."],
    suggestion: ["Correct the row in the source, then send the data again."],
    reasons: {
      missing_external_id: {
        message: ["this row does not say which team it is about, so it was skipped."],
        suggestion: ["Fill in externalTeamId in the source."],
        cause: "The external id of the team is blank.",
        source: "Fill in externalTeamId with the external id of a team in the teams section.",
      },
      invalid_external_id: {
        message: [
          "the external id “{value}” contains characters that an id cannot have, so the row was skipped.",
          "an external id in this row contains characters that an id cannot have, so the row was skipped.",
        ],
        suggestion: ["Remove the invisible characters from the external id in the source."],
        cause:
          "An external id contains control characters or characters that change the direction of text.",
        source: "Type the id again, or clean the column in the program that writes the data.",
      },
      value_too_long: {
        message: [
          "the value in column {column} has more than {limit} characters, so the row was skipped.",
          "the value in column {column} is too long, so the row was skipped.",
          "an external id in this row is too long, so the row was skipped.",
        ],
        suggestion: [
          "Correct {column} in the source: an external id has {limit} characters or fewer.",
          "Correct {column} in the source: it is too long.",
          "Correct the external id in the source: it is too long.",
        ],
        cause: "An external id may have up to 255 characters.",
        source:
          "Correct the id. A very long one often means that columns moved or that a quotation mark is missing.",
      },
      invalid_format: {
        message: [
          "the value “{value}” in column {column} is neither yes nor no, so the row was skipped.",
          "the value in column {column} is neither yes nor no, so the row was skipped.",
          "a value of this row is neither yes nor no, so the row was skipped.",
        ],
        suggestion: [
          "Write true or false in {column} in the source.",
          "Write true or false in isMember and isManager in the source.",
        ],
        cause:
          "isMember and isManager take true or false, yes or no, 1 or 0, in capitals or not. Anything else would have to be guessed.",
        source:
          "Write true or false. Leave both blank for someone who is a member and nothing more.",
      },
      wrong_type: {
        message: [
          "the value of {column} is a list or an object, so the row was skipped.",
          "a value of this row is a list or an object, so the row was skipped.",
        ],
        suggestion: [
          "Send {column} as a text, a number or true and false.",
          "Send each value of the row as a text, a number or true and false.",
        ],
        cause: "An id is a text or a number, and a flag is true or false.",
        source:
          "Change the program that writes the data, and send one row for each member or subteam.",
      },
      unknown_team: {
        message: [
          "no team has external id {value}, so the row was skipped.",
          "a team in this row is not known, so the row was skipped.",
        ],
        suggestion: [
          "Add team {value} to the teams section of the source, or correct the row.",
          "Add the team to the teams section of the source, or correct the row.",
        ],
        cause:
          "No linked team has this external id after the run: the team is missing in the teams section, its own row was skipped, or it is deleted in this same run.",
        source:
          "Add the team to the teams section, mend the issue of its own row, or correct the id. Capital letters make a difference in ids.",
      },
      unknown_member: {
        message: [
          "no person has external id {value}, so the row was skipped.",
          "the person in this row is not known, so the row was skipped.",
        ],
        suggestion: [
          "Add the person {value} to the members section of the source, or correct the row.",
          "Add the person to the members section of the source, or correct the row.",
        ],
        cause:
          "No linked person has this external id after the run: the person is missing in the members section, their own row was skipped, or they are deleted in this same run.",
        source:
          "Add the person to the members section, mend the issue of their own row, or correct the id. Capital letters make a difference in ids.",
      },
      no_target: {
        message: ["this row names neither a member nor a subteam, so it was skipped."],
        suggestion: ["Fill in externalMemberId or externalSubteamId in the source."],
        cause: "externalMemberId and externalSubteamId are both blank.",
        source:
          "Fill in the one that is meant. Remove the row if the team has neither members nor subteams.",
      },
      both_targets: {
        message: ["this row names a member and a subteam, so it was skipped."],
        suggestion: ["Write the member and the subteam on two rows in the source."],
        cause: "externalMemberId and externalSubteamId are both filled in.",
        source: "Write two rows: one for the member, one for the subteam.",
      },
    },
  },
  subteam_conflict: {
    happened:
      "A team was given a second parent. The parent of the first row counts, and this row was skipped.",
    cause:
      "Two rows of the same data put the team under two different teams. A team has one parent.",
    source: "Keep the row with the right parent and remove the other.",
    muster:
      "There is nothing to change in {product}. A move to another parent is made by sending one row with the new parent.",
    message: [
      "the subteam {value} already has a parent, {otherName}, given on line {firstLine}. The first row was used.",
      "the subteam {value} already has a parent, given on line {firstLine}. The first row was used.",
      "the subteam {value} already has a parent, {otherName}. The first row was used.",
      "the subteam {value} already has a parent in an earlier row. The first row was used.",
      "the subteam already has a parent in an earlier row. The first row was used.",
    ],
    suggestion: [
      "Keep one parent for subteam {value} in the source.",
      "Keep one parent for each subteam in the source.",
    ],
    reasons: {},
  },
  subteam_cycle: {
    happened:
      "Teams would lie inside each other in a circle, so the rows that close it were skipped. Each of these teams keeps its present parent.",
    cause:
      "Following the parents from this team leads back to the same team. It shows only when all rows are taken together with the nesting already in {product}.",
    source: "Look at each team named in the issue and correct the one row that is wrong.",
    muster:
      "If the rows in the source are right, a parent that {product} still has from before closes the circle: change it on that team.",
    message: [
      "the subteams form a circle: {ring}. Each keeps its present parent.",
      "the subteams form a circle through this team. Each keeps its present parent.",
    ],
    suggestion: ["Correct the parent of one of the teams in the circle in the source."],
    reasons: {
      loop: {},
      self_subteam: {
        message: ["this team is given as its own subteam, so the row was skipped."],
        suggestion: ["Correct or remove the row in the source: a team cannot be its own subteam."],
        cause: "The row gives the same external id for the team and for its subteam.",
        source: "Correct the row, or remove it if the team has no subteam.",
        muster: "There is nothing to change in {product}.",
      },
    },
  },
};
