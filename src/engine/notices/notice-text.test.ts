import { describe, expect, it } from "vitest";
import type { MailLanguage } from "../mail-text.ts";
import { type Notice, type NoticeNews, writeNotice } from "./notice-text.ts";

const SPACES = /[\u00a0\u202f]/g;

/** The mail with plain spaces, in paragraphs. */
function write(language: MailLanguage, news: NoticeNews, changes: Partial<Notice> = {}) {
  const { subject, text } = writeNotice({
    ...{ name: "Zoé Roy", role: "admin", language, timeZone: "America/Toronto" },
    ...{ workspace: "Acme", productName: "Crew", syncNumber: 12, news },
    ...{ link: "https://m.test/syncs/syn_3", choicesLink: "https://m.test/provisioning/rules" },
    ...changes,
  });
  const paragraphs = text.replaceAll(SPACES, " ").split("\n\n");
  return { subject: subject.replaceAll(SPACES, " "), paragraphs };
}

const waiting = (changes: object = {}): NoticeNews => ({
  ...{ event: "needsApproval", planned: 213, hold: null, propertyLabels: new Map() },
  limits: [{ limit: "removalsPercent.users", allowed: 10, planned: 1045 }],
  expiresAt: "2026-12-01T19:00:00.000Z",
  ...changes,
});

describe("the mail of a sync that needs approval", () => {
  it("says why, what to do and until when", () => {
    expect(write("en", waiting())).toEqual({
      subject: "Acme: sync #12 needs approval",
      paragraphs: [
        "Hello Zoé Roy,",
        "Sync #12 of Acme needs approval. Nothing has been changed yet.",
        "Why it waits:\n- Users to lose access or be deleted: 1,045 planned, 10 allowed",
        "213 updates are planned. Review the sync, then approve or reject it:",
        "https://m.test/syncs/syn_3",
        "If nobody decides by December 1, 2026 at 14:00 (America/Toronto), it is rejected.",
        "To choose which email Crew sends you about Acme:\nhttps://m.test/provisioning/rules",
      ],
    });
    expect(write("fr", waiting())).toEqual({
      subject: "Acme : la synchronisation nº 12 est à approuver",
      paragraphs: [
        "Bonjour Zoé Roy,",
        "La synchronisation nº 12 (Acme) est à approuver. Rien n’a encore été modifié.",
        "Pourquoi elle attend :\n- Utilisateurs qui perdraient leur accès ou seraient supprimés : 1 045 au plan, limite 10",
        "213 mises à jour sont prévues. Vérifiez la synchronisation, puis approuvez-la ou refusez-la :",
        "https://m.test/syncs/syn_3",
        "Sans décision d’ici au 1er décembre 2026 à 14:00 (America/Toronto), elle sera refusée.",
        "Pour choisir les courriels que Crew vous envoie pour Acme :\nhttps://m.test/provisioning/rules",
      ],
    });
  });

  it.each<[MailLanguage, object, string]>([
    ["en", { hold: { reason: "paused", date: null }, limits: [] }, "- Syncing is paused."],
    [
      "fr",
      { hold: { reason: "paused", date: null }, limits: [] },
      "- La synchronisation est en pause.",
    ],
    [
      "en",
      { hold: { reason: "older_input", date: "2026-11-01T02:00:00.000Z" }, limits: [] },
      "- Its data, accepted on October 31, 2026, is older than what was accepted last.",
    ],
    [
      "fr",
      { hold: { reason: "older_input", date: "2026-11-01T12:00:00.000Z" }, limits: [] },
      "- Ses données, acceptées le 1er novembre 2026, sont plus anciennes que les dernières acceptées.",
    ],
    [
      "en",
      { limits: [{ limit: "users", allowed: 0, planned: 1 }] },
      "- User updates: 1 planned, none allowed without approval",
    ],
    [
      "fr",
      { limits: [{ limit: "users", allowed: 0, planned: 1 }] },
      "- Mises à jour d’utilisateurs : 1 au plan, limite 0",
    ],
    [
      "en",
      {
        limits: [{ limit: "removalsPercent.values.shirt", allowed: 1, planned: 2 }],
        propertyLabels: new Map([["shirt", "Shirt size"]]),
      },
      "- Values of Shirt size to be emptied: 2 planned, 1 allowed",
    ],
    [
      "en",
      { limits: [{ limit: "unheard", allowed: 1, planned: 2 }] },
      "- Another limit: 2 planned, 1 allowed",
    ],
  ])("names each reason (%s)", (language, changes, line) => {
    const [, , why] = write(language, waiting(changes)).paragraphs;
    expect(why!.split("\n").slice(1)).toEqual([line]);
  });

  it("counts what is too long to list", () => {
    const limits = Array.from({ length: 12 }, () => ({ limit: "users", allowed: 1, planned: 2 }));
    const lines = (language: MailLanguage, count: number) =>
      write(language, waiting({ limits: limits.slice(0, count) }))
        .paragraphs[2]!.split("\n")
        .slice(1);
    expect(lines("en", 10).at(-1)).toMatch(/^- User updates/);
    expect(lines("en", 12)).toHaveLength(10);
    expect(lines("en", 12).at(-1)).toBe("- 3 more limits");
    expect(lines("fr", 12).at(-1)).toBe("- 3 autres limites");
  });

  it("does not ask of a viewer what a viewer may not do, and names no day where there is none", () => {
    const read = (language: MailLanguage) =>
      write(language, waiting({ planned: 1, expiresAt: null }), { role: "viewer" }).paragraphs;
    expect(read("en")).toHaveLength(6);
    expect(read("en")[3]).toBe(
      "1 update is planned. An admin approves or rejects the sync. You can look at it here:",
    );
    expect(read("fr")[3]).toBe(
      "1 mise à jour est prévue. Un administrateur l’approuve ou la refuse. Vous pouvez la consulter ici :",
    );
  });
});

describe("the mail of a sync that failed", () => {
  const failed = (applied: number, planned = 9310, code = "gave_up"): NoticeNews => ({
    ...{ event: "failed", planned, applied, code },
  });

  it("says why, and what was applied", () => {
    expect(write("en", failed(1204))).toEqual({
      subject: "Acme: sync #12 failed",
      paragraphs: [
        "Hello Zoé Roy,",
        "Sync #12 of Acme failed. The sync was broken off several times and is not tried again.",
        "1,204 of 9,310 updates were applied before it failed.",
        "Look at the report, then send the data again or run the sync again:",
        "https://m.test/syncs/syn_3",
        "To choose which email Crew sends you about Acme:\nhttps://m.test/provisioning/rules",
      ],
    });
    expect(write("fr", failed(1204))).toEqual({
      subject: "Acme : la synchronisation nº 12 a échoué",
      paragraphs: [
        "Bonjour Zoé Roy,",
        "La synchronisation nº 12 (Acme) a échoué. La synchronisation a été interrompue plusieurs fois et n’est plus relancée.",
        "1 204 mises à jour sur 9 310 ont été appliquées avant l’échec.",
        "Consultez le rapport, puis renvoyez les données ou relancez la synchronisation :",
        "https://m.test/syncs/syn_3",
        "Pour choisir les courriels que Crew vous envoie pour Acme :\nhttps://m.test/provisioning/rules",
      ],
    });
  });

  it.each<[MailLanguage, number, number, string]>([
    ["en", 0, 0, "No updates were applied."],
    ["fr", 0, 7, "Aucune mise à jour n’a été appliquée."],
    ["en", 1, 7, "1 of 7 updates was applied before it failed."],
    ["fr", 1, 7, "1 mise à jour sur 7 a été appliquée avant l’échec."],
    [
      "fr",
      1_000_000,
      3_000_000,
      "1 000 000 de mises à jour sur 3 000 000 ont été appliquées avant l’échec.",
    ],
  ])("counts (%s, %i of %i)", (language, applied, planned, sentence) => {
    expect(write(language, failed(applied, planned)).paragraphs[2]).toBe(sentence);
  });

  it("keeps to itself what there are no words for", () => {
    const read = (language: MailLanguage) => write(language, failed(0, 0, "unheard")).paragraphs[1];
    expect(read("en")).toBe("Sync #12 of Acme failed. Its report says why.");
    expect(read("fr")).toBe("La synchronisation nº 12 (Acme) a échoué. Son rapport dit pourquoi.");
  });
});

describe("the mail of a sync with new issues", () => {
  const news = (...causes: [type: string, reason: string | null, count: number][]): NoticeNews => ({
    event: "newIssues",
    causes: causes.map(([type, reason, count]) => ({ type, reason, count })) as never,
  });

  it("names the causes and counts their issues", () => {
    const found = news(
      ["user_skipped", "invalid_email", 1200],
      ["manager_profile_missing", "leaves", 1],
      ["subteam_cycle", null, 2],
    );
    expect(write("en", found)).toEqual({
      subject: "Acme: sync #12 has new issues",
      paragraphs: [
        "Hello Zoé Roy,",
        [
          "Sync #12 of Acme is done. It has issues that the last sync did not have:",
          "- Email not valid: 1,200 issues",
          "- Direct Manager has left: 1 issue",
          "- Subteams loop: 2 issues",
        ].join("\n"),
        "What causes them, and how to mend them:",
        "https://m.test/syncs/syn_3",
        "To choose which email Crew sends you about Acme:\nhttps://m.test/provisioning/rules",
      ],
    });
    expect(write("fr", found)).toMatchObject({
      subject: "Acme : nouveaux problèmes à la synchronisation nº 12",
      paragraphs: [
        "Bonjour Zoé Roy,",
        [
          "La synchronisation nº 12 (Acme) est terminée. La précédente n’avait pas ces problèmes :",
          "- Adresse courriel non valide : 1 200 problèmes",
          "- Départ du gestionnaire direct : 1 problème",
          "- Sous-équipes en boucle : 2 problèmes",
        ].join("\n"),
        "D’où ils viennent, et comment les corriger :",
        "https://m.test/syncs/syn_3",
        "Pour choisir les courriels que Crew vous envoie pour Acme :\nhttps://m.test/provisioning/rules",
      ],
    });
  });
});
