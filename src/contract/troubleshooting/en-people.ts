import type { Troubleshooting } from "./text.ts";

/** English troubleshooting: rows about people, seats, administrators, invitations. */
export const PEOPLE: Pick<
  Troubleshooting,
  "user_skipped" | "workspace_limit_reached" | "admin_protected" | "invitation_not_sent"
> = {
  user_skipped: {
    happened:
      "A row about a person was skipped and changed nothing. It still shows that the person is in the source, so nobody loses access or is deleted because of it.",
    cause:
      "The row does not say clearly who it is about, repeats another row, or is about a person who was removed by hand.",
    source: "Correct the row in the source, then send the data again.",
    muster:
      "There is nothing to change in {product}. The next sync applies the row once it is correct.",
    message: ["this row could not be used, so it was skipped."],
    suggestion: ["Correct the row in the source, then send the data again."],
    reasons: {
      missing_external_id: {
        message: ["this row has no external id, so it was skipped."],
        suggestion: ["Give the person an external id in the source, then send the data again."],
        cause:
          "The external id is blank. It ties a row to the same person from one sync to the next, so a row without it cannot be used.",
        source:
          "Give the person an external id that never changes and is never given to someone else, such as an employee number.",
      },
      invalid_external_id: {
        message: [
          "the external id “{value}” contains characters that an id cannot have, so the row was skipped.",
          "the external id contains characters that an id cannot have, so the row was skipped.",
        ],
        suggestion: ["Remove the invisible characters from the external id in the source."],
        cause:
          "The external id contains control characters or characters that change the direction of text. They cannot be seen, so two ids that look the same would not be the same.",
        source:
          "Type the id again, or clean the column in the program that writes the data. Such characters often come from copying out of a document.",
      },
      missing_email: {
        message: ["this row has no email, so it was skipped."],
        suggestion: ["Give the person an email in the source, then send the data again."],
        cause:
          "The email is blank. Every person needs an email to be invited and to sign in, and a blank email never clears the present one.",
        source: "Fill in the email of this person.",
      },
      invalid_email: {
        message: [
          "the text “{value}” is not an email address, so the row was skipped.",
          "the email is not an email address, so the row was skipped.",
        ],
        suggestion: ["Correct the email in the source, then send the data again."],
        cause:
          "The text in the email column is not an address of the form name@example.com, or contains characters that an address cannot have.",
        source:
          "Correct the address. Look for a space in the middle, a missing @, two addresses in one cell, or an ending that was cut off.",
      },
      value_too_long: {
        message: [
          "the value in column {column} has more than {limit} characters, so the row was skipped.",
          "the value in column {column} is too long, so the row was skipped.",
          "an external id, an email or a name is too long, so the row was skipped.",
        ],
        suggestion: [
          "Shorten {column} to {limit} characters or fewer in the source.",
          "Shorten {column} in the source.",
          "Shorten the value in the source.",
        ],
        cause:
          "An external id may have up to 255 characters, an email 320 and a name 200. Cutting one of these could turn it into someone else’s, so the row is skipped.",
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
          "If both rows are about one person, keep the one that is right. If they are about two people, give each an external id of their own.",
      },
      duplicate_email: {
        message: [
          "this row repeats the email {value}, first given on line {firstLine}. The first row was used.",
          "this row repeats the email {value}, which an earlier row has. The first row was used.",
          "this row repeats the email first given on line {firstLine}. The first row was used.",
          "this row repeats the email of an earlier row. The first row was used.",
        ],
        suggestion: [
          "Give each person an email of their own in the source; {value} is there twice.",
          "Give each person an email of their own in the source.",
        ],
        cause:
          "Two rows have the same email. The first one counts, even if it was skipped itself. Capital letters make no difference.",
        source:
          "Give each person an email of their own. If both rows are about one person, keep the one with the right external id.",
      },
      email_taken: {
        message: [
          "this row brings the email {brought}, but {value} is locked for this person, and belongs to {otherName} by now. The row was skipped until someone decides who holds this address.",
          "the email {value} is locked for {lockedFor}, whatever the source has. The row was skipped until someone decides who holds this address.",
          "the email {value} belongs to {otherName}, who has external id {otherExternalId}. The row was skipped until someone decides who holds this address.",
          "the email {value} belongs to {otherName}. The row was skipped until someone decides who holds this address.",
          "the email {value} belongs to another person, who has external id {otherExternalId}. The row was skipped until someone decides who holds this address.",
          "the email {value} belongs to another person. The row was skipped until someone decides who holds this address.",
          "the email belongs to {otherName}. The row was skipped until someone decides who holds this address.",
          "the email belongs to another person. The row was skipped until someone decides who holds this address.",
        ],
        suggestion: [
          "Unlock the email on this person’s profile, so that the next sync takes {brought}; or change the email of {otherName}.",
          "If the address is to be this person’s, unlock the email on the profile of {lockedFor}; otherwise correct it in the source.",
          "If this is {otherName}, relink that profile to the new external id; otherwise correct the email of one of the two.",
          "If both are the same person, relink the profile to the new external id; otherwise correct the email of one of the two.",
        ],
        cause:
          "After this run, another person would still have this email under another external id. Either one person came back with a new external id, or the address passed from one person to another. Only someone who knows them can tell, and until then neither of the two is removed.",
        source:
          "If these are two people, correct the email of one of them. If this is one person, send the row with the external id they had before.",
        muster:
          "If this is one person, open the profile that holds the email and relink it to the new external id, or unlink it so that the next sync finds it by email. If the address passed to someone else, change the email of the old profile or delete that profile. If the email is locked for one of the two, unlock it on that profile, and the next sync takes what the source has.",
      },
      deactivated_manually: {
        message: [
          "this person’s access was taken away by hand on {date}, so the sync left the profile as it is.",
          "this person’s access was taken away by hand, so the sync left the profile as it is.",
        ],
        suggestion: [
          "If the person should have access, reactivate the profile in {product}; otherwise remove the row from the source.",
        ],
        cause:
          "Someone took this person’s access away in {product}. A sync never undoes what was decided by hand. This is for information and does not count as an issue.",
        source: "If the person has left, remove the row from the source.",
        muster:
          "If the person should have access again, open the profile and reactivate it. The next sync then applies the row.",
      },
      deleted_manually: {
        message: [
          "this person was deleted by hand on {date}, so the row was skipped.",
          "this person was deleted by hand, so the row was skipped.",
        ],
        suggestion: [
          "If the person should be in {product}, restore the profile; otherwise remove the row from the source.",
        ],
        cause:
          "Someone deleted this person in {product}. A sync never brings back a person who was deleted by hand.",
        source: "If the person has left, remove the row from the source.",
        muster:
          "If the person should be there, restore the profile while it can still be restored. The next sync then applies the row.",
      },
    },
  },
  workspace_limit_reached: {
    happened:
      "A person was not created or not reactivated because the workspace has no seat left. Everyone who already has a seat keeps it.",
    cause:
      "People who lose access or are deleted in the run free their seats first. The seats are then given to new and returning people in the order of their rows, until none is left.",
    source: "Leave out people who need no profile, or put those who need one most first.",
    muster:
      "Raise the seat limit of the workspace, or deactivate or delete profiles that are no longer needed. Then run the sync again.",
    message: [
      "no seat is left for this person. The limit of the workspace is {limit}, and this run would need {over} more.",
      "no seat is left for this person. The limit of the workspace is {limit}.",
      "no seat is left for this person. This run would need {over} more.",
      "no seat is left for this person.",
    ],
    suggestion: [
      "Free some seats or raise the seat limit of the workspace, then run the sync again.",
    ],
    reasons: { seat_limit: {} },
  },
  admin_protected: {
    happened:
      "Something about an administrator was left as it is. This is for information: it does not count as an issue.",
    cause:
      "A sync never removes an administrator, takes over an administrator’s profile or changes the email of one. Otherwise a mistake in the data could lock everyone out.",
    source: "If the administrator’s data is wrong, correct it in the source.",
    muster:
      "Change the profile by hand, or have another administrator give this person a different role; syncs then treat the profile like any other.",
    message: ["this person is an administrator, so the profile was protected."],
    suggestion: ["Nothing to do, unless this person should no longer be an administrator."],
    reasons: {
      email_kept: {
        message: [
          "this person is an administrator, so the email was not changed to {value}. The rest of the row was applied.",
          "this person is an administrator, so the email was not changed. The rest of the row was applied.",
        ],
        suggestion: [
          "If {value} is right, change the administrator’s email by hand in {product}; otherwise correct the source.",
          "If the email in the source is right, change it by hand in {product}; otherwise correct the source.",
        ],
        cause:
          "The source has another email for this administrator. An administrator’s email never changes through a sync, because it is how they are reached.",
        source: "If the email in the source is wrong, correct it.",
        muster: "If the email in the source is right, change it on the administrator’s profile.",
      },
      link_refused: {
        message: [
          "the email {value} belongs to an administrator, whose profile a sync never takes over. The row changed nothing.",
          "this email belongs to an administrator, whose profile a sync never takes over. The row changed nothing.",
        ],
        suggestion: [
          "If this is the administrator, link the profile to the row’s external id by hand in {product}.",
        ],
        cause:
          "The row has the email of an administrator who was added by hand. Anyone else with that email would have been linked to the source.",
        source: "If the row is about someone else, correct its email.",
        muster:
          "If the row is about the administrator, open the profile and relink it to the row’s external id.",
      },
      removal_refused: {
        message: ["this administrator is no longer in the source and was kept."],
        suggestion: [
          "If this person has left, give them another role or delete the profile by hand in {product}.",
        ],
        cause:
          "No row of the source names this administrator. Anyone else would have lost access or been deleted.",
        source: "If the administrator is still with you, put the row back.",
        muster:
          "If the administrator has left, have another administrator take the role away or delete the profile.",
      },
    },
  },
  invitation_not_sent: {
    happened:
      "The person was created, but no invitation reached them. Nothing else about the profile is affected.",
    cause: "The person has no product, or the mail could not be delivered.",
    source: "Make sure that the person’s email and products are right.",
    muster: "Open the person’s profile, mend what is missing, then invite the person from there.",
    message: ["no invitation was sent to this person."],
    suggestion: ["Open the person’s profile in {product} and invite them from there."],
    reasons: {
      no_product: {
        message: ["this person has no product, so no invitation was sent."],
        suggestion: [
          "Give the person a product or set a default product for the workspace, then invite them.",
        ],
        cause:
          "Only people who have a product are invited. This row gives none that the workspace knows, and the workspace has no default product.",
        source: "Fill in productAssignations with a product of the workspace.",
        muster:
          "Set a default product in the workspace settings for people to come. For this person, add a product to the profile, then invite them.",
      },
      delivery_failed: {
        message: [
          "the invitation to {value} could not be delivered.",
          "the invitation could not be delivered.",
        ],
        suggestion: ["Check the email, then invite the person again or pass on the link yourself."],
        cause:
          "The invitation was made, but the mail server did not take it. The address may not exist, or the server may not be reachable.",
        source: "If the email is wrong, correct it.",
        muster:
          "Open the person’s profile and invite them again: this makes a new link, which you can also copy and pass on yourself. If many invitations fail, check the mail server that {product} sends with.",
      },
    },
  },
};
