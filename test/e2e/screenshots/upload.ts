import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { Picture } from "./picture.ts";

const everywhere = { languages: ["en", "fr"], widths: [1440, 360] } as const;

const example = (name: string) => ({
  name,
  mimeType: "text/csv",
  buffer: readFileSync(new URL(`../../../examples/${name}`, import.meta.url)),
});
const text = (name: string, content: string) => ({
  ...{ name, mimeType: "text/csv", buffer: Buffer.from(content) },
});

async function choose(page: Page, ...files: ReturnType<typeof example>[]) {
  await page.locator('input[type="file"]').setInputFiles(files);
  await page
    .locator(".file-card")
    .nth(files.length - 1)
    .waitFor();
  await page.locator(".file-facts").first().waitFor();
}

export const pictures: Picture[] = [
  {
    ...{ name: "source", path: "/provisioning/source", ...everywhere },
    prepare: (page) => page.locator(".file-drop").waitFor(),
  },
  {
    ...{ name: "source-files", path: "/provisioning/source", data: "empty", ...everywhere },
    async prepare(page) {
      await choose(page, example("members.csv"), example("teams.csv"));
      await page.locator(".file-card summary").first().click();
      await page.locator(".file-card").first().scrollIntoViewIfNeeded();
      await page.evaluate(() => window.scrollBy(0, 300));
    },
  },
  {
    ...{ name: "source-faults", path: "/provisioning/source", widths: [1440, 360] },
    async prepare(page) {
      await choose(
        page,
        text("people.csv", "id;mail;Shoe size\n1;ada@example.com;38\n"),
        text("users.xlsx.csv", "PK\u0003\u0004"),
        text("teams.csv", "externalTeamId,teamName\nt1,Care\n"),
        text("groups.csv", "id,name\nt1,Care\n"),
      );
      await page.evaluate(() => window.scrollBy(0, 300));
    },
  },
  {
    ...{ name: "source-refused", path: "/provisioning/source", languages: ["en", "fr"] },
    allow: [/provisioning\/csv\S* answered 400/],
    async prepare(page) {
      const rows = Array.from({ length: 40 }, (_, n) => `${n},p${n}@example.com,A\n`);
      const broken = `id,email,firstName\n${rows.join("")}40,p40@example.com,"Ada" Byron\n`;
      await choose(page, text("members.csv", broken));
      await page.locator(".upload-start button").click();
      await page.getByRole("alert").waitFor();
      await page.getByRole("alert").scrollIntoViewIfNeeded();
    },
  },
];
