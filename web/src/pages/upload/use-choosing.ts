import { useQueryClient } from "@tanstack/react-query";
import type { InputSection } from "#contract/input-columns.ts";
import { propertiesQuery } from "../../api/properties.ts";
import { type ChosenFile, newKey, setChosenFiles } from "./chosen-files.ts";
import { guessSectionOf } from "./file/inspect-file.ts";
import { readHead } from "./file/read-head.ts";

/** Takes files, and changes what they are said to hold. */
export function useChoosing() {
  const queryClient = useQueryClient();
  return {
    /** A file that was chosen before, by its name, takes the place of the one before. */
    async choose(files: readonly File[]): Promise<void> {
      // Without them columns are told by the fields alone; the page says what cannot be loaded.
      const properties = await queryClient.fetchQuery(propertiesQuery).catch(() => []);
      const chosen = await Promise.all(
        files.map(async (file): Promise<ChosenFile> => {
          const head = await readHead(file).catch(() => ({ fault: "unreadable" }) as const);
          const section =
            "fault" in head ? null : await guessSectionOf(file.name, head, properties);
          return { key: newKey(), file, head, section };
        }),
      );
      const names = new Set(files.map(({ name }) => name));
      setChosenFiles((before) => [
        ...before.filter(({ file }) => !names.has(file.name)),
        ...chosen,
      ]);
    },
    remove(key: number): void {
      setChosenFiles((before) => before.filter((it) => it.key !== key));
    },
    setSection(key: number, section: InputSection): void {
      setChosenFiles((before) => before.map((it) => (it.key === key ? { ...it, section } : it)));
    },
  };
}
