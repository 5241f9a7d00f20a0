import type { Translate } from "../../i18n/messages.ts";
import type { ChosenFile } from "./chosen-files.ts";
import type { Inspection } from "./file/inspect-file.ts";
import type { HeadFault } from "./file/read-head.ts";
import type { en } from "./messages.en.ts";

/** Why the server would refuse a file, known before it is sent. */
export type FileFault =
  | { kind: HeadFault | "twice" | "noSection" }
  | { kind: "missing"; groups: Inspection["missing"] };

/** What is wrong with a chosen file; `null` = nothing that its beginning tells. */
export function findFault(
  chosen: Pick<ChosenFile, "key" | "head" | "section">,
  inspection: Pick<Inspection, "missing"> | null,
  all: readonly Pick<ChosenFile, "key" | "section">[],
): FileFault | null {
  const { head, section, key } = chosen;
  if ("fault" in head) return { kind: head.fault };
  if (section === null) return { kind: "noSection" };
  if (all.some((other) => other.key !== key && other.section === section)) return { kind: "twice" };
  if (inspection === null || inspection.missing.length === 0) return null;
  return { kind: "missing", groups: inspection.missing };
}

/** A fault in words. Columns are named as they must be written. */
export function describeFault(fault: FileFault, t: Translate<typeof en>): string {
  switch (fault.kind) {
    case "empty":
      return t("emptyFile");
    case "workbook":
      return t("workbook");
    case "unknown_encoding":
      return t("notText");
    case "unreadable":
      return t("unreadable");
    case "twice":
      return t("twice");
    case "noSection":
      return t("holdsUnknown");
    case "missing": {
      const names = fault.groups.map(([a = "", b]) =>
        b === undefined ? a : t("missingEither", { a, b }),
      );
      return t("missing", { columns: names.join(", ") });
    }
  }
}
