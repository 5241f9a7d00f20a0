/** Fields of a user that can be locked against syncs, beside the workspace's properties. */
export const LOCKABLE_FIELDS = [
  "email",
  "firstName",
  "lastName",
  "preferredName",
  "jobTitle",
  "languagePreferences",
  "productAssignations",
] as const;
