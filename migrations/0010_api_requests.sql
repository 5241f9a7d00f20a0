-- What was lately asked with each API key, to find out why a call was refused. One row is one kind of call of a key in
-- one minute, however often it came; a call that made a sync has a row of its own. Only the route's pattern: neither
-- the address as it was typed, nor a query, a body or what exactly was wrong, since they may name people.
create table api_requests (
  workspace_id bigint not null references workspaces on delete cascade,
  id bigint generated always as identity,
  key_id bigint not null,
  minute timestamptz not null,
  method text not null,
  -- As the server declares it: "/api/v1/users/:id".
  route text not null,
  status integer not null,
  -- Of the problem that was answered; null = none.
  code text,
  -- Null = unknown, or one of very many in that minute.
  ip text,
  -- The sync that the call made.
  sync_id bigint,
  count integer not null,
  -- Of the call that made the row; never changes, so that lists can go by it.
  first_at timestamptz not null,
  -- Of the latest call: when it was answered, and its id.
  last_at timestamptz not null,
  request_id text not null,
  primary key (workspace_id, id)
);
create unique index api_requests_kind on api_requests
  (workspace_id, key_id, minute, method, route, status, code, ip, sync_id) nulls not distinct;
