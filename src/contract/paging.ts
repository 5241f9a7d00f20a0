import { type TSchema, Type } from "typebox";

export const PAGE_LIMIT = { default: 50, most: 200 };

/** The query parameters that every list takes. Spread into the properties of a list's query. */
export const pageQuery = {
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: PAGE_LIMIT.most,
      default: PAGE_LIMIT.default,
      description: "Rows per page.",
    }),
  ),
  cursor: Type.Optional(
    Type.String({ maxLength: 500, description: "Where to go on: nextCursor of the page before." }),
  ),
};

/** A page of a list. */
export const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({
    items: Type.Array(item),
    nextCursor: Type.Union([Type.String(), Type.Null()], { description: "null on the last page." }),
  });
