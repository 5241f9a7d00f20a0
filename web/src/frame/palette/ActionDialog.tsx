import { useState } from "react";
import type { IssuedApiKey } from "../../api/api-keys.ts";
import { RunSyncDialog } from "../../run-new-sync/run-sync-dialog.ts";
import { loadLater } from "../../ui/load-later.ts";
import type { PaletteAction } from "./palette-action.ts";

const AddUserSheet = loadLater(
  async () => (await import("../../pages/user/form/AddUserSheet.tsx")).AddUserSheet,
);
const AddTeamDialog = loadLater(
  async () => (await import("../../pages/team/dialogs/AddTeamDialog.tsx")).AddTeamDialog,
);
const CreateKeyDialog = loadLater(
  async () => (await import("../../pages/keys/CreateKeyDialog.tsx")).CreateKeyDialog,
);
const IssuedKeyDialog = loadLater(
  async () => (await import("../../pages/keys/IssuedKeyDialog.tsx")).IssuedKeyDialog,
);

interface ActionDialogProps {
  action: PaletteAction;
  onClose: () => void;
}

/** The dialog of an action, over whatever page is shown. */
export function ActionDialog({ action, onClose }: ActionDialogProps) {
  switch (action) {
    case "run":
      return <RunSyncDialog onClose={onClose} />;
    case "addKey":
      return <NewKey onClose={onClose} />;
    case "addUser":
      return <AddUserSheet onClose={onClose} />;
    case "addTeam":
      return <AddTeamDialog parent={null} onClose={onClose} />;
  }
}

function NewKey({ onClose }: { onClose: () => void }) {
  const [issued, setIssued] = useState<IssuedApiKey | null>(null);
  return issued === null ? (
    <CreateKeyDialog onClose={onClose} onIssued={setIssued} />
  ) : (
    <IssuedKeyDialog issued={issued} onClose={onClose} />
  );
}
