import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Text } from "react-aria-components/Text";
import { Button } from "./Button.tsx";
import { Icon } from "./icons/Icon.tsx";
import "./file-drop.css";

interface FileDropProps {
  /** What belongs here: "Drop the members file". */
  label: string;
  /** The words of the button that opens the computer's files. */
  chooseLabel: string;
  hint?: string;
  /** Endings or media types: [".csv", "text/csv"]. */
  accept?: readonly string[];
  isSeveral?: boolean;
  isDisabled?: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** Takes files that are dropped, pasted or chosen. */
export function FileDrop({
  label,
  chooseLabel,
  hint,
  accept = [],
  isSeveral = false,
  isDisabled = false,
  onFiles,
}: FileDropProps) {
  return (
    <DropZone
      className="file-drop"
      isDisabled={isDisabled}
      onDrop={async ({ items }) => {
        const files = await Promise.all(
          items.flatMap((item) => (item.kind === "file" ? [item.getFile()] : [])),
        );
        if (files.length > 0) onFiles(isSeveral ? files : files.slice(0, 1));
      }}
    >
      <Icon name="upload" size={20} />
      <Text slot="label" className="file-drop-label">
        {label}
      </Text>
      {hint !== undefined && <p className="muted">{hint}</p>}
      <FileTrigger
        acceptedFileTypes={accept}
        allowsMultiple={isSeveral}
        onSelect={(list) => {
          if (list !== null && list.length > 0) onFiles([...list]);
        }}
      >
        <Button isDisabled={isDisabled}>{chooseLabel}</Button>
      </FileTrigger>
    </DropZone>
  );
}
