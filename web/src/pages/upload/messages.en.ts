export const en = { title: "Data source" } as const;
