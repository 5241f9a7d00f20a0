import { Ajv, type Options } from "ajv";
import formats from "ajv-formats";
import type { FastifySchemaCompiler } from "fastify";

const COMMON: Options = { removeAdditional: false, useDefaults: true, strict: false };

/** JSON has types of its own: a body is taken as it is, and everything wrong with it is named at once. */
const bodyAjv = withFormats(new Ajv({ ...COMMON, coerceTypes: false, allErrors: true }));
/** Query, path and headers are text: `limit=50` becomes a number, `type=a` a list of one. */
const textAjv = withFormats(new Ajv({ ...COMMON, coerceTypes: "array", allErrors: false }));

/** A point in time as RFC 3339 writes it. */
const TIME = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;

function withFormats(ajv: Ajv): Ajv {
  formats.default(ajv);
  // The lawful leap second is none that a clock here could store.
  ajv.addFormat("date-time", (text) => TIME.test(text) && !Number.isNaN(Date.parse(text)));
  return ajv;
}

/** Compiles the schema of one part of a request. Nothing unknown is removed silently. */
export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  // One instance serves all routes: an $id would be refused the second time.
  const { $id: _, ...anonymous } = schema as { $id?: string };
  return (httpPart === "body" ? bodyAjv : textAjv).compile(anonymous);
};
