import type { ReactNode } from "react";
import { INPUT_SECTIONS, type InputSection } from "#contract/input-columns.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { classNames } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { Icon } from "../../ui/icons/Icon.tsx";
import { Num } from "../../ui/Num.tsx";
import { Select } from "../../ui/Select.tsx";
import type { ChosenFile } from "./chosen-files.ts";
import { FilePreview } from "./FilePreview.tsx";
import type { Inspection } from "./file/inspect-file.ts";
import { describeFault, type FileFault } from "./find-fault.ts";
import { formatSize } from "./format-size.ts";
import { uploadMessages } from "./messages.ts";
import { useRowCount } from "./use-inspections.ts";

interface FileCardProps {
  chosen: ChosenFile;
  inspection: Inspection | null;
  fault: FileFault | null;
  isDisabled: boolean;
  onSection: (section: InputSection) => void;
  onRemove: () => void;
}

const ENCODINGS = { "utf-8": "UTF-8", "utf-16le": "UTF-16 LE", "utf-16be": "UTF-16 BE" } as const;
const SEPARATORS = { ",": "comma", ";": "semicolon", "\t": "tab" } as const;

/** A chosen file: what it holds, how it is read, its columns and first rows. */
export function FileCard({
  chosen,
  inspection,
  fault,
  isDisabled,
  onSection,
  onRemove,
}: FileCardProps) {
  const t = useMessages(uploadMessages);
  const language = useLanguage();
  const { file, head, section, key } = chosen;
  return (
    <li
      className={classNames("file-card", fault !== null && "has-fault")}
      aria-labelledby={`file-${key}`}
    >
      <header className="file-card-head">
        <Icon name="file" size={20} />
        <p id={`file-${key}`}>
          <strong>{file.name}</strong>
          <span className="muted">{formatSize(file.size, language)}</span>
        </p>
        <IconButton
          icon="close"
          label={t("remove", { file: file.name })}
          isDisabled={isDisabled}
          onPress={onRemove}
        />
      </header>
      {!("fault" in head) && (
        <Select<InputSection>
          label={t("holds")}
          value={section}
          placeholder={t("holdsUnknown")}
          onChange={onSection}
          isDisabled={isDisabled}
          options={INPUT_SECTIONS.map((value) => ({ value, label: t(value) }))}
        />
      )}
      {fault !== null && (
        <p className="file-card-fault" role="alert">
          <Icon name="warning" />
          {describeFault(fault, t)}
        </p>
      )}
      {inspection !== null && (
        <>
          <FileFacts chosen={chosen} inspection={inspection} />
          <FilePreview fileName={file.name} inspection={inspection} />
        </>
      )}
    </li>
  );
}

function FileFacts({ chosen, inspection }: { chosen: ChosenFile; inspection: Inspection }) {
  const t = useMessages(uploadMessages);
  const { count, isCounting } = useRowCount(chosen, inspection);
  const { columns, encoding, delimiter } = inspection;
  const unknown = columns.flatMap(({ name, field }, index) =>
    field === null ? [name === "" ? t("unnamed", { n: index + 1 }) : name] : [],
  );
  return (
    <>
      <dl className="file-facts">
        <FileFact name={t("encoding")}>{ENCODINGS[encoding]}</FileFact>
        <FileFact name={t("separator")}>{t(SEPARATORS[delimiter])}</FileFact>
        <FileFact name={t("rows")}>
          {isCounting && <span className="muted">{t("counting")}</span>}
          {!isCounting && count === null && <span className="muted">{t("rowsUnknown")}</span>}
          {count !== null && <Num value={count} />}
        </FileFact>
        <FileFact name={t("columns")}>
          {t("recognised", { n: columns.length - unknown.length })}
        </FileFact>
      </dl>
      {unknown.length > 0 && (
        <p className="file-unknown">
          <Icon name="warning" />
          <span>
            <strong>{t("unknown", { n: unknown.length, names: unknown.join(", ") })}</strong>{" "}
            <span className="muted">{t("unknownHint")}</span>
          </span>
        </p>
      )}
    </>
  );
}

function FileFact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
