import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { type Property, propertiesQuery } from "../../api/properties.ts";
import type { ChosenFile } from "./chosen-files.ts";
import { countRows, type Inspection, inspectHead } from "./file/inspect-file.ts";

function inspectionQuery({ key, head, section }: ChosenFile, properties: readonly Property[]) {
  return queryOptions({
    queryKey: ["inspection", key, section, properties],
    queryFn: () =>
      "fault" in head || section === null ? null : inspectHead(head, section, properties),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the beginnings of the files tell, in their order; `null` where nothing can be told, or not yet. */
export function useInspections(files: readonly ChosenFile[]): readonly (Inspection | null)[] {
  const { data: properties = [] } = useQuery(propertiesQuery);
  return useQueries({
    queries: files.map((chosen) => inspectionQuery(chosen, properties)),
    combine: (results) => results.map(({ data }) => data ?? null),
  });
}

/** How many rows a file has: known from its beginning, or counted meanwhile. `null` = it cannot be told. */
export function useRowCount(
  { key, file }: ChosenFile,
  inspection: Inspection | null,
): { count: number | null; isCounting: boolean } {
  const { encoding = "utf-8", delimiter = "," } = inspection ?? {};
  const isNeeded = inspection !== null && inspection.rowCount === null;
  const { data = null, isFetching } = useQuery({
    queryKey: ["row-count", key, encoding, delimiter],
    queryFn: ({ signal }) => countRows(file, { encoding, delimiter }, signal),
    enabled: isNeeded,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { count: inspection?.rowCount ?? data, isCounting: isNeeded && isFetching };
}
