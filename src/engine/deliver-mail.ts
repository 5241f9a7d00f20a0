import { type Database, withTransaction } from "../db/database.ts";
import { addTokenHash } from "../db/queries/invitations.ts";
import {
  claimDueMails,
  type DueMail,
  deleteMail,
  findMailRecipient,
  markMailFailed,
  markMailSent,
} from "../db/queries/mail-outbox.ts";
import { invitationLink, makeInvitationToken } from "./invitation-token.ts";
import { writeInvitationMail } from "./mail-text.ts";
import { composeNotice } from "./notices/compose-notice.ts";

/** A mail as it is sent, plain text. */
export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/** Sends one mail; throws when it was not taken. */
export interface MailTransport {
  send(mail: Mail): Promise<void>;
}

export interface MailDelivery {
  transport: MailTransport;
  /** Origin that the links in mails begin with. */
  publicUrl: string;
  productName: string;
}

/** Seconds until the next attempt, by the attempts made: a minute at first, half a day in the end. */
const RETRY_AFTER = [60, 300, 1800, 7200, 21_600, 43_200];
/** After so many attempts, somewhat over two days, a mail counts as failed. */
const MOST_ATTEMPTS = 8;
const BATCH = 20;

/**
 * Sends what is due from the outbox; answers how many mails were dealt with. Safe in several processes at once.
 * Sending happens outside any transaction, so a process that dies on the way makes a mail go out twice rather than
 * never; each invitation has a link of its own, and both work.
 */
export async function deliverMail(database: Database, delivery: MailDelivery): Promise<number> {
  const due = await withTransaction(database, (transaction) =>
    claimDueMails(transaction, BATCH, RETRY_AFTER),
  );
  await Promise.all(due.map((mail) => deliverOne(database, delivery, mail)));
  return due.length;
}

async function deliverOne(
  database: Database,
  delivery: MailDelivery,
  mail: DueMail,
): Promise<void> {
  const { workspace_id: workspaceId, invitation_id: invitationId } = mail;
  const composed =
    invitationId === null
      ? await composeNotice(database, delivery, mail)
      : await composeInvitation(database, delivery, workspaceId, invitationId);
  if (composed === null) return deleteMail(database, workspaceId, mail.id);
  try {
    await delivery.transport.send(composed);
  } catch (error) {
    const { code, isFinal } = readFailure(error);
    await markMailFailed(
      database,
      workspaceId,
      mail.id,
      code,
      isFinal || mail.attempts >= MOST_ATTEMPTS,
    );
    return;
  }
  await markMailSent(database, workspaceId, mail.id);
}

/** The mail of an invitation with a link of its own; `null` when the invitation is no longer open. */
async function composeInvitation(
  database: Database,
  { publicUrl, productName }: MailDelivery,
  workspaceId: number,
  invitationId: number,
): Promise<Mail | null> {
  const recipient = await findMailRecipient(database, workspaceId, invitationId);
  if (recipient === null) return null;
  const token = makeInvitationToken(workspaceId, invitationId);
  // The link must work before anybody can hold it.
  await addTokenHash(database, workspaceId, invitationId, token.hash);
  const link = invitationLink(publicUrl, token.text);
  return {
    to: { name: recipient.name, address: recipient.email },
    ...writeInvitationMail(recipient, productName, link),
  };
}

/** The codes of a failure. A 5xx answer to the address or the message is the server's last word (RFC 5321, 4.2.1). */
function readFailure(error: unknown): { code: string; isFinal: boolean } {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const name = typeof code === "string" ? code : "unknown";
  if (typeof responseCode !== "number") return { code: name, isFinal: false };
  const isAboutMail = name === "EENVELOPE" || name === "EMESSAGE";
  return { code: `${name} ${responseCode}`, isFinal: isAboutMail && responseCode >= 500 };
}
