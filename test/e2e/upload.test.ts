import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { labelOf } from "./support/label-of.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const PATH = "/provisioning/source";
const PUSHES = "**/api/v1/provisioning/csv*";

const fileOf = (name: string, content: string | Buffer) => ({
  ...{ name, mimeType: "text/csv", buffer: Buffer.from(content) },
});
const example = (name: string) =>
  fileOf(name, readFileSync(new URL(`../../examples/${name}`, import.meta.url)));
const EXAMPLES = ["members.csv", "teams.csv", "teams-mappings.csv"].map(example);

const choose = (page: Page, ...files: ReturnType<typeof fileOf>[]) =>
  page.locator('input[type="file"]').setInputFiles(files);
const cardOf = (page: Page, name: string) =>
  page.getByRole("list", { name: "Chosen files" }).getByRole("listitem", { name });
const holds = (card: Locator) => card.getByRole("button", { name: /This file holds/ });
const pick = (page: Page, name: string) =>
  labelOf(page.getByRole("radio", { name }).first()).click();
const upload = (page: Page) => page.getByRole("button", { name: /^Upload and/ });

async function lastSync(server: TestServer) {
  return (await server.client.listSyncs()).at(-1);
}

describe("three files", () => {
  test("are told apart, shown, previewed, and synced", async ({ open, server }) => {
    const page = await open(PATH);
    await page.getByText("Drop the CSV files here").waitFor();
    expect(await page.title()).toBe("Data source · Provisioning");
    expect(await upload(page).count()).toBe(0);
    await choose(page, ...EXAMPLES);

    const members = cardOf(page, "members.csv");
    await holds(members).getByText("Members").waitFor();
    await holds(cardOf(page, "teams.csv")).getByText("Teams").waitFor();
    await holds(cardOf(page, "teams-mappings.csv")).getByText("Team mappings").waitFor();
    for (const [name, value] of [
      ["Encoding", "UTF-8"],
      ["Separator", "Comma"],
      ["Rows", "6"],
      ["Columns", "8 recognised"],
    ] as const) {
      const fact = members.locator(".file-facts > div").filter({ hasText: name });
      await fact.getByText(value, { exact: true }).waitFor();
    }
    await members.getByText("First 6 rows of members.csv").click();
    const rows = members.getByRole("table", { name: "First 6 rows of members.csv" });
    await rows.getByRole("columnheader", { name: "hireDate Hire date" }).waitFor();
    await rows.getByRole("cell", { name: "zoe.roy@example.com" }).waitFor();
    await page.getByText("This is the first sync.").waitFor();

    await page.getByRole("button", { name: "Upload and preview" }).click();
    await page.getByRole("heading", { level: 1, name: /^Preview of/ }).waitFor();
    await page.getByText("This is a preview. Nothing was changed.").waitFor();
    expect(await lastSync(server)).toMatchObject({ dryRun: true, mode: "full" });

    // The same files, after their preview.
    await page.goBack();
    await holds(members).getByText("Members").waitFor();
    await pick(page, "Sync now");
    await page.getByRole("button", { name: "Upload and sync" }).click();
    await page.getByRole("heading", { level: 1, name: /^Sync of/ }).waitFor();
    const sync = await server.script.settle((await lastSync(server))!.id);
    expect(sync).toMatchObject({
      ...{ status: "completed", dryRun: false, trigger: { kind: "account", actor: "admin" } },
      input: {
        form: "csv",
        sections: [
          { section: "members", file: "members.csv", rows: 6 },
          { section: "teams", file: "teams.csv", rows: 3 },
          { section: "teamMappings", file: "teams-mappings.csv" },
        ],
      },
    });
    await page.getByRole("link", { name: "Data source" }).click();
    await page.getByText("Drop the CSV files here").waitFor();
    expect(await cardOf(page, "members.csv").count()).toBe(0);
  });

  test("can be dropped, and new ones take the place of those with their name", async ({ open }) => {
    const page = await open(PATH);
    await page.getByText("Drop the CSV files here").waitFor();
    const folder = mkdtempSync(join(tmpdir(), "muster-drop-"));
    const session = await page.context().newCDPSession(page);
    const { x, y } = (await page.locator(".file-drop").boundingBox())!;
    const drop = async (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      const data = { items: [], files: [join(folder, name)], dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"] as const) {
        await session.send("Input.dispatchDragEvent", { type, x: x + 20, y: y + 20, data });
      }
    };
    await drop("people.csv", "id,email\n1,ada@example.com\n");
    const card = cardOf(page, "people.csv");
    await holds(card).getByText("Members").waitFor();
    await drop("people.csv", "externalTeamId,teamName\nt1,Care\n");
    await holds(card).getByText("Teams").waitFor();
    expect(await card.count()).toBe(1);
    await card.getByRole("button", { name: "Remove people.csv" }).click();
    await expect.poll(() => card.count()).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

describe("before anything is sent", () => {
  test("what the server would refuse is said at the file, and what it leaves out", async ({
    open,
  }) => {
    const page = await open(PATH);
    await choose(
      page,
      fileOf("people.csv", "id;mail;Shoe size\n1;ada@example.com;38\n"),
      fileOf("book.csv", Buffer.from([0x50, 0x4b, 3, 4, 20, 0])),
      fileOf("empty.csv", "\n"),
      fileOf("latin.csv", Buffer.from("id,email\n1,andré@example.com\n", "latin1")),
    );
    const people = cardOf(page, "people.csv");
    await people.getByText("A required column is missing: email.").waitFor();
    await people.getByText("2 columns are not known: mail, Shoe size.").waitFor();
    await people.getByText("Semicolon").waitFor();
    await cardOf(page, "book.csv")
      .getByText("This is a workbook or an archive, not CSV.")
      .waitFor();
    await cardOf(page, "empty.csv").getByText("This file is empty.").waitFor();
    await cardOf(page, "latin.csv").getByText("This is not UTF-8 text.").waitFor();
    expect(await upload(page).isDisabled()).toBe(true);
    await page.getByText("Correct or remove the files marked in red first.").waitFor();
    await expectAccessible(page);
    for (const name of ["book.csv", "empty.csv", "latin.csv"]) {
      await page.getByRole("button", { name: `Remove ${name}` }).click();
    }
    await choose(page, fileOf("people.csv", "id;email\n1;ada@example.com\n"));
    await expect.poll(() => upload(page).isDisabled()).toBe(false);
  });

  test("what a file holds can be changed; two of one kind are not sent", async ({ open }) => {
    const page = await open(PATH);
    await choose(page, fileOf("a.csv", "id,name\nt1,Care\n"), fileOf("b.csv", "id,name\n"));
    const [a, b] = [cardOf(page, "a.csv"), cardOf(page, "b.csv")];
    await a.getByText("Another file holds the same.").waitFor();
    await b.getByText("This file has a header and no rows.").waitFor();
    await holds(b).click();
    await page.getByRole("option", { name: "Members" }).click();
    await b.getByText("A required column is missing: email.").waitFor();
    await expect.poll(() => a.getByText("Another file holds the same.").count()).toBe(0);
  });

  test("a large file is counted piece by piece, in any encoding that is taken", async ({
    open,
    server,
  }) => {
    const people = Array.from({ length: 20_000 }, (_, n) => `${n}\tp${n}@example.com\tÉlodie`);
    const page = await open(PATH);
    const text = `\ufeffid\temail\tfirstName\r\n${people.join("\r\n")}\r\n`;
    await choose(page, fileOf("large.csv", Buffer.from(text, "utf16le")));
    const card = cardOf(page, "large.csv");
    await card.getByText("20,000", { exact: true }).waitFor();
    await card.getByText("UTF-16 LE").waitFor();
    await card.getByText("Tab", { exact: true }).waitFor();
    await card.getByText("First 20 rows of large.csv").click();
    await card.getByRole("row", { name: "19 p19@example.com Élodie" }).waitFor();
    await page.getByRole("button", { name: "Upload and preview" }).click();
    await page.getByRole("heading", { level: 1, name: /^Preview of/ }).waitFor();
    const [section] = (await lastSync(server))!.input.sections;
    expect(section).toEqual({ section: "members", file: "large.csv", rows: 20_000 });
  });
});

describe("what is sent", () => {
  const rows = Array.from({ length: 300 }, (_, n) => `${n},p${n}@example.com,A\n`).join("");
  const broken = `id,email,firstName\n${rows}300,p300@example.com,"Ada" Byron\n`;

  test("and refused says file, line, column and remedy; nothing is stored", async ({
    open,
    server,
  }) => {
    const before = (await server.client.listSyncs()).length;
    const page = await open(PATH);
    page.faults.allow(/provisioning\/csv\S* answered 400/);
    await choose(page, fileOf("members.csv", broken));
    await upload(page).click();
    const refusal = page.getByRole("alert").filter({ hasText: "The files were refused." });
    await refusal.getByText("members.csv, line 302, column firstName:").waitFor();
    await refusal.getByText("Put the whole value in quotation marks").waitFor();
    await expectAccessible(page);
    expect((await server.client.listSyncs()).length).toBe(before);
    await choose(page, fileOf("members.csv", broken.replaceAll('"', "")));
    await upload(page).click();
    await page.getByRole("heading", { level: 1, name: /^Preview of/ }).waitFor();
  });

  test("and refused is said in French too", async ({ open }) => {
    const page = await open(PATH, { language: "fr" });
    page.faults.allow(/provisioning\/csv\S* answered 400/);
    await choose(page, fileOf("members.csv", broken));
    await page.getByRole("button", { name: "Envoyer et voir l’aperçu" }).click();
    await page.getByText("members.csv, ligne 302, colonne firstName :").waitFor();
    await page.getByText("Vérifiez les guillemets et les séparateurs.").waitFor();
  });

  test("can be partial: nobody is missed", async ({ open, server }) => {
    const page = await open(PATH);
    await choose(page, fileOf("members.csv", "id,email\nnew,new@example.com\n"));
    await pick(page, "Partial");
    await pick(page, "Sync now");
    await upload(page).click();
    await page.getByRole("heading", { level: 1, name: /^Sync of/ }).waitFor();
    const sync = await server.script.settle((await lastSync(server))!.id);
    expect(sync).toMatchObject({ mode: "partial", updates: { byType: { user_created: 1 } } });
  });

  test("shows how far it is, can be cancelled, and asks before one leaves", async ({
    open,
    server,
  }) => {
    const before = (await server.client.listSyncs()).length;
    const page = await open(PATH);
    // The answer never comes.
    await page.route(PUSHES, () => {});
    await choose(page, ...EXAMPLES);
    await upload(page).click();
    await page.getByRole("progressbar").waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Users" }).click();
    const question = page.getByRole("alertdialog", { name: "Leave while files are uploaded?" });
    await question.getByRole("button", { name: "Stay" }).click();
    await page.getByRole("button", { name: "Cancel upload" }).click();
    await page.getByText("The upload was cancelled. Nothing was stored.").waitFor();
    await upload(page).click();
    await page.getByRole("link", { name: "Users" }).click();
    await question.getByRole("button", { name: "Leave" }).click();
    await page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
    expect((await server.client.listSyncs()).length).toBe(before);
  });

  test("and met by silence is sent again as the same push", async ({ open }) => {
    const page = await open(PATH);
    page.faults.allow(/net::ERR_FAILED|Failed to load resource/);
    const keys: (string | undefined)[] = [];
    await page.route(PUSHES, (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      return keys.length === 1 ? route.abort() : route.continue();
    });
    await choose(page, fileOf("members.csv", "id,email\nx,x@example.com\n"));
    await upload(page).click();
    await page.getByText("The upload failed.").waitFor();
    await page.getByText("Whether it was done is not known.").waitFor();
    await upload(page).click();
    await page.getByRole("heading", { level: 1, name: /^Preview of/ }).waitFor();
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
  });
});

test("a viewer sees the source, and no way to change it", async ({ open, server }) => {
  const viewer = await server.addAccount("Vera Viewer", "viewer");
  const page = await open(PATH, { as: viewer });
  await page.getByText("Only admins can upload files.").waitFor();
  expect(await page.locator('input[type="file"]').count()).toBe(0);
  await page.getByText("API push").first().waitFor();
});

describe("axe finds nothing on the page", () => {
  for (const look of LOOKS) {
    test(`${look.language}, ${look.width} px`, async ({ open }) => {
      const page = await open(PATH, look);
      await page.locator(".file-drop").waitFor();
      await expectAccessible(page);
      await choose(page, ...EXAMPLES.slice(0, 2));
      await page.locator(".file-card summary").first().click();
      await page.locator(".file-preview table").first().waitFor();
      await expectAccessible(page);
    });
  }
});
