import { PassThrough, type Readable } from "node:stream";
import type { SyncWatch } from "../engine/report/sync-watch.ts";

/** Proxies close a connection that is silent for a minute or so; and who listens cannot tell silence from a lost network. */
const HEARTBEAT_MS = 15_000;
/** A reader that lets so much pile up has gone, or might as well. */
const MOST_UNREAD_BYTES = 1024 * 1024;

/**
 * A sync's changes as server-sent events: `phase` and `progress` with the sync as data, `alive` meanwhile, then
 * `end`. Everything is cleaned up when the stream ends or the reader goes away.
 */
export function streamSyncEvents(watch: SyncWatch, workspaceId: number, syncId: number): Readable {
  const stream = new PassThrough();
  const write = (event: string, data: unknown) => {
    if (stream.readableLength + stream.writableLength > MOST_UNREAD_BYTES) stream.destroy();
    else stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const heartbeat = setInterval(() => write("alive", {}), HEARTBEAT_MS);
  const stopWatching = watch.watch(
    workspaceId,
    syncId,
    ({ event, sync }) => write(event, sync),
    () => {
      write("end", {});
      stream.end();
    },
  );
  stream.once("close", () => {
    clearInterval(heartbeat);
    stopWatching();
  });
  return stream;
}
