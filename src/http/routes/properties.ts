import { Type } from "typebox";
import { NewProperty, Property, PropertyPatch } from "../../contract/property.ts";
import { listProperties, type PropertyRow } from "../../db/queries/properties.ts";
import { createProperty, deleteProperty, updateProperty } from "../../engine/properties.ts";
import type { RoutePlugin } from "../app.ts";

const tags = ["Properties"];
const params = Type.Object({ key: Type.String() });

/** The fields that users have in this workspace beside names, address and manager. */
export const propertyRoutes: RoutePlugin = (app, { database }) => {
  app.get(
    "/api/v1/properties",
    {
      config: { access: "read" },
      schema: {
        summary: "List properties, in the order they are shown",
        tags,
        response: { 200: Type.Object({ items: Type.Array(Property), nextCursor: Type.Null() }) },
      },
    },
    async (request) => {
      const rows = await listProperties(database, request.actor.workspaceId);
      return { items: rows.map(render), nextCursor: null };
    },
  );

  app.post(
    "/api/v1/properties",
    {
      config: { access: "read_write" },
      schema: {
        summary: "Add a property",
        description:
          "One with the key of a sensitive property that was deleted is sensitive again, whatever is asked: reports hold the values of both. A change of the property can show them.",
        tags,
        body: NewProperty,
        response: { 201: Property },
      },
    },
    async (request, reply) =>
      reply.code(201).send(render(await createProperty(database, request.actor, request.body))),
  );

  app.patch(
    "/api/v1/properties/:key",
    {
      config: { access: "read_write" },
      schema: {
        summary: "Change a property",
        description:
          "Key and type stay: values are kept under the one and in the form of the other.",
        tags,
        params,
        body: PropertyPatch,
        response: { 200: Property },
      },
    },
    async (request) =>
      render(await updateProperty(database, request.actor, request.params.key, request.body)),
  );

  app.delete(
    "/api/v1/properties/:key",
    {
      config: { access: "read_write" },
      schema: {
        summary: "Delete a property",
        description:
          "Everyone's value of it goes too. Reports keep theirs, and show those of a sensitive property no more than before. Default properties cannot be deleted (409).",
        tags,
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteProperty(database, request.actor, request.params.key);
      return reply.code(204).send(null);
    },
  );
};

function render(row: PropertyRow): Property {
  return {
    key: row.key,
    label: row.label,
    type: row.type,
    sensitive: row.sensitive,
    isDefault: row.is_default,
  };
}
