import type { Language, Translated } from "../contract/language.ts";
import type { InvitationState } from "../engine/directory/invite-user.ts";

export interface InvitationPage {
  acceptLanguage: string;
  product: string;
  /** Unknown for a link that no invitation has. */
  workspace: string | null;
  state: InvitationState | "accepted";
}

/** The page's whole style, allowed by its hash. */
export const INVITATION_STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 28rem; padding: 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.75rem; overflow-wrap: anywhere; }
button { font: inherit; font-weight: 600; padding: 0.625rem 1rem; border: 0; border-radius: 0.5rem; background: #1d4ed8; color: #fff; cursor: pointer; }
button:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
`;

const TITLES: Record<InvitationPage["state"], Translated> = {
  open: { en: "{workspace} invites you to {product}", fr: "{workspace} vous invite sur {product}" },
  accepted: {
    en: "Your access to {workspace} is active",
    fr: "Votre accès à {workspace} est actif",
  },
  used: { en: "This invitation is already accepted", fr: "Cette invitation est déjà acceptée" },
  over: { en: "This invitation is no longer valid", fr: "Cette invitation n’est plus valable" },
  unknown: { en: "There is no such invitation", fr: "Cette invitation n’existe pas" },
};

const TEXTS: Record<InvitationPage["state"], Translated> = {
  open: {
    en: "Accept the invitation to make your access active.",
    fr: "Acceptez l’invitation pour activer votre accès.",
  },
  accepted: { en: "You can close this page.", fr: "Vous pouvez fermer cette page." },
  used: { en: "There is nothing left to do here.", fr: "Il n’y a plus rien à faire ici." },
  over: {
    en: "It has expired, or a newer one has taken its place. Ask whoever invited you for a new link.",
    fr: "Elle a expiré, ou une plus récente l’a remplacée. Demandez un nouveau lien à la personne qui vous a invité.",
  },
  unknown: {
    en: "Check that the link is complete, or ask whoever invited you for a new one.",
    fr: "Vérifiez que le lien est complet, ou demandez-en un nouveau à la personne qui vous a invité.",
  },
};

const BUTTON: Translated = { en: "Accept the invitation", fr: "Accepter l’invitation" };

/** Writes the page, without script, in the reader's language. */
export function writeInvitationPage(page: InvitationPage): string {
  const language = chooseByHeader(page.acceptLanguage);
  const fill = (text: Translated) =>
    escapeHtml(
      text[language]
        .replaceAll("{workspace}", () => page.workspace ?? "")
        .replaceAll("{product}", () => page.product),
    );
  const title = fill(TITLES[page.state]);
  const button =
    page.state === "open"
      ? `<form method="post"><button type="submit">${fill(BUTTON)}</button></form>`
      : "";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${INVITATION_STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${fill(TEXTS[page.state])}</p>
${button}
</main>
</body>
</html>
`;
}

/** The first language of ours by the weights of Accept-Language (RFC 9110, 12.5.4), else English. */
export function chooseByHeader(header: string): Language {
  const wishes = header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters
        .map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1])
        .find((each) => each !== undefined);
      return { language: tag.trim().split("-")[0], weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wishes) {
    if (language === "en" || language === "fr") return language;
  }
  return "en";
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
