import { queryOptions } from "@tanstack/react-query";
import { type Answer, type BodyOf, call } from "./call.ts";

export type Admin = Answer<"GET /api/v1/admins">["items"][number];
export type NewAdmin = BodyOf<"POST /api/v1/admins">;
export type AddedAdmin = Answer<"POST /api/v1/admins">;

/** The people who may sign in to the workspace. */
export const adminsQuery = queryOptions({
  queryKey: ["admins"],
  queryFn: async ({ signal }) => (await call("GET /api/v1/admins", { signal })).items,
});

/** Lets a person sign in; the link to set a password with is in this answer only. */
export function addAdmin(body: NewAdmin): Promise<AddedAdmin> {
  return call("POST /api/v1/admins", { body });
}

export function changeAdminRole(id: string, role: Admin["role"]): Promise<Admin> {
  return call("PATCH /api/v1/admins/{id}", { path: { id }, body: { role } });
}

/** A new link for somebody who has not set a password; the one before ends. */
export async function renewAdminLink(id: string): Promise<string> {
  return (await call("POST /api/v1/admins/{id}/link", { path: { id } })).link;
}

export function removeAdmin(id: string): Promise<null> {
  return call("DELETE /api/v1/admins/{id}", { path: { id } });
}
