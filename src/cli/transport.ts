import { type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Failure } from "./failure.ts";

/** One call of the server. */
export interface Call {
  method: string;
  url: URL;
  headers: Record<string, string | number>;
  /** Sent as it is read; never held in memory as a whole. */
  body?: Readable | string;
}

/**
 * Sends a call and answers as soon as the status is there, even while a body is still being sent: a server refuses a
 * large upload early. No limit in time, since an upload and a sync take as long as they take.
 */
export function send(call: Call): Promise<IncomingMessage> {
  const request = call.url.protocol === "https:" ? requestHttps : requestHttp;
  const options: RequestOptions = { method: call.method, headers: call.headers, agent: false };
  return new Promise((resolve, reject) => {
    const outgoing = request(call.url, options);
    outgoing.once("response", resolve);
    outgoing.on("error", (error) => reject(describeNetworkError(error, call.url)));
    if (call.body === undefined || typeof call.body === "string") {
      outgoing.end(call.body);
      return;
    }
    const { body } = call;
    body.once("error", (error) => reject(error));
    // The error of the request itself is told above, and one after the answer no longer matters.
    pipeline(body, outgoing).catch(() => {});
  });
}

/** Reads an answer's body as text. */
export async function readText(answer: IncomingMessage): Promise<string> {
  answer.setEncoding("utf8");
  let text = "";
  for await (const chunk of answer) text += chunk;
  return text;
}

function describeNetworkError(error: NodeJS.ErrnoException, url: URL): Failure {
  const { origin } = url;
  if (error.code === "ECONNREFUSED") {
    return new Failure(
      `No server answers at ${origin}. Start one with "muster serve", or give its address with --url or MUSTER_URL.`,
    );
  }
  if (error.code === "ENOTFOUND" || error.code === "EAI_AGAIN") {
    return new Failure(
      `There is no host ${url.hostname}. Check the address in --url or MUSTER_URL.`,
    );
  }
  if (error.code === "ECONNRESET" || error.code === "EPIPE") {
    return new Failure(
      `The server at ${origin} closed the connection before it answered. Its log may say why; "muster syncs" shows whether a sync was started.`,
    );
  }
  return new Failure(`The server at ${origin} cannot be reached: ${error.message}.`);
}
