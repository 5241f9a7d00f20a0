import type { MailRecipient } from "../db/queries/mail-outbox.ts";

export interface MailText {
  subject: string;
  text: string;
}

/** The languages that mails and public pages are written in. */
export type MailLanguage = "en" | "fr";

/** The person's language where it is one of ours, else the workspace's, else English. */
export function chooseLanguage(...wishes: (string | null)[]): MailLanguage {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split(/[-_]/)[0];
    if (language === "en" || language === "fr") return language;
  }
  return "en";
}

/** The mail of an invitation, plain text. */
export function writeInvitationMail(
  recipient: MailRecipient,
  productName: string,
  link: string,
): MailText {
  const language = chooseLanguage(recipient.language, recipient.default_language);
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
    recipient.expires_at,
  );
  const { workspace_name: workspace, first_name: firstName } = recipient;
  if (language === "fr") {
    return {
      subject: `Votre invitation à ${workspace}`,
      text: [
        firstName === null ? "Bonjour," : `Bonjour ${firstName},`,
        `${workspace} vous invite sur ${productName}. Ouvrez ce lien pour accepter l'invitation :`,
        link,
        `Le lien est valable jusqu'au ${day} et ne sert qu'une fois.`,
      ].join("\n\n"),
    };
  }
  return {
    subject: `Your invitation to ${workspace}`,
    text: [
      firstName === null ? "Hello," : `Hello ${firstName},`,
      `${workspace} invites you to ${productName}. Open this link to accept the invitation:`,
      link,
      `The link is valid until ${day} and works once.`,
    ].join("\n\n"),
  };
}
