import { Link } from "@tanstack/react-router";
import { Value } from "../../ui/Value.tsx";

/** What something was done to: a link where it has a page of its own. */
export function TargetLink({
  type,
  id,
  name,
}: {
  type: string;
  id: string | null;
  name: string | null;
}) {
  if (id !== null) {
    const words = name ?? id;
    if (type === "sync") {
      return (
        <Link to="/syncs/$id" params={{ id }} search={{}}>
          {words}
        </Link>
      );
    }
    if (type === "user") {
      return (
        <Link to="/users/$id" params={{ id }} search={{}}>
          {words}
        </Link>
      );
    }
    if (type === "team") {
      return (
        <Link to="/teams/$id" params={{ id }} search={{}}>
          {words}
        </Link>
      );
    }
  }
  return <Value value={name} />;
}
