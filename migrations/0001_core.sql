-- Muster's core: workspaces, sources, the directory, inputs, syncs and their entries.
-- Every table's key starts with workspace_id: isolation by construction.

-- Folds text for search and report order: lower case, accents off. Plain ASCII takes the short way.
create function fold(value text) returns text
  language sql immutable parallel safe
  return case
    when octet_length(value) = length(value) then lower(value collate "C")
    else lower(regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g'))
  end;

create table workspaces (
  id bigint generated always as identity primary key,
  name text not null,
  seat_limit integer check (seat_limit >= 0),
  products text[] not null,
  default_product text,
  time_zone text not null default 'UTC',
  default_language text not null default 'en',
  -- Provisioning settings that differ from the defaults (contract: ProvisioningSettings).
  settings jsonb not null default '{}',
  last_sync_number integer not null default 0,
  -- Grows with every change of users, teams and places, whoever makes it (engine: lockDirectory).
  directory_version bigint not null default 0,
  created_at timestamptz not null default now()
);

create table sources (
  workspace_id bigint not null references workspaces on delete cascade,
  id bigint generated always as identity,
  kind text not null,
  name text not null,
  active boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
-- Exactly one source is active per workspace (domain rules, section 1).
create unique index sources_one_active on sources (workspace_id) where active;

create table properties (
  workspace_id bigint not null references workspaces on delete cascade,
  key text not null,
  label text not null,
  type text not null check (type in ('text', 'date')),
  sensitive boolean not null default false,
  is_default boolean not null default false,
  place integer not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, key)
);

create sequence user_ids;
-- The bulk tables (users, direct_managers, teams, team_places, entries) name their workspace or sync without a foreign key: the check
-- is made row by row and would be a fifth of a large import. Only engine/ writes them, bounded by the workspace.
create table users (
  workspace_id bigint not null,
  id bigint not null default nextval('user_ids'),
  -- The source that has claimed this user and the id it goes by there.
  source_id bigint,
  external_id text,
  -- Null on a tombstone: a deleted user holds no address (section 11); it moves to former_email.
  email text,
  former_email text,
  -- Every other value by property key; a property without value is not a key.
  profile jsonb not null default '{}',
  state text not null default 'created'
    check (state in ('created', 'invited', 'active', 'deactivated', 'deleted')),
  -- Where a reactivation returns to, and who took the access away: a sync or a person.
  state_before text,
  removed_by text check (removed_by in ('sync', 'person')),
  removed_at timestamptz,
  erased_at timestamptz,
  role text not null default 'employee' check (role in ('admin', 'executive', 'collaborator', 'employee')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null generated always as (
    coalesce(
      nullif(btrim(coalesce(profile ->> 'firstName', '') || ' ' || coalesce(profile ->> 'lastName', '')), ''),
      email, former_email, external_id, '')
  ) stored,
  primary key (workspace_id, id),
  -- Deferrable, so that it is checked at the end of a statement: two users may swap addresses in one.
  constraint users_email_once unique (workspace_id, email) deferrable initially immediate,
  constraint users_external_id_once unique (workspace_id, source_id, external_id),
  check (external_id is null or source_id is not null)
);

-- Who reports to whom. Apart from the users: assigning a manager writes a narrow row, not a user and its indexes.
create table direct_managers (
  workspace_id bigint not null,
  user_id bigint not null,
  manager_id bigint not null,
  updated_at timestamptz not null default now(),
  primary key (workspace_id, user_id)
);
create index direct_managers_manager on direct_managers (workspace_id, manager_id);

create sequence team_ids;
create table teams (
  workspace_id bigint not null,
  id bigint not null default nextval('team_ids'),
  source_id bigint,
  external_id text,
  name text not null,
  parent_id bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  constraint teams_external_id_once unique (workspace_id, source_id, external_id),
  check (external_id is null or source_id is not null)
);
create index teams_parent on teams (workspace_id, parent_id) where parent_id is not null;

-- A user's place in a team. A manager need not be a member.
create table team_places (
  workspace_id bigint not null,
  team_id bigint not null,
  user_id bigint not null,
  is_member boolean not null,
  is_manager boolean not null,
  primary key (workspace_id, team_id, user_id),
  check (is_member or is_manager)
);
create index team_places_user on team_places (workspace_id, user_id);

-- What a source sent, parsed and normalised, kept for a re-run (30 days).
create table inputs (
  workspace_id bigint not null references workspaces on delete cascade,
  id bigint generated always as identity,
  source_id bigint not null,
  form text not null,
  digest text,
  -- contract of core/input/rows.ts InputSummary
  summary jsonb,
  created_at timestamptz not null default now(),
  accepted_at timestamptz,
  expires_at timestamptz not null,
  -- Set when the rows were removed at the end of their keeping.
  expired_at timestamptz,
  primary key (workspace_id, id)
);

-- One chunk is some hundred rows of one section as parallel arrays: stored once, unnested into staging by SQL.
create table input_chunks (
  workspace_id bigint not null,
  input_id bigint not null,
  section text not null check (section in ('members', 'teams', 'teamMappings')),
  chunk integer not null,
  lines integer[] not null,
  external_ids text[] not null,
  -- members
  emails text[],
  profiles jsonb[],
  manager_external_ids text[],
  manager_emails text[],
  managers_given boolean[],
  -- teams
  names text[],
  -- mappings
  member_external_ids text[],
  subteam_external_ids text[],
  is_members boolean[],
  is_managers boolean[],
  -- [{"row": index in this chunk, "flaws": [Flaw]}]
  flaws jsonb not null default '[]',
  primary key (workspace_id, input_id, section, chunk),
  foreign key (workspace_id, input_id) references inputs on delete cascade
);

create table syncs (
  workspace_id bigint not null references workspaces on delete cascade,
  id bigint generated always as identity,
  number integer not null,
  source_id bigint not null,
  input_id bigint,
  status text not null default 'pending'
    check (status in ('pending', 'approved', 'rejected', 'failed', 'completed', 'cancelled')),
  phase text not null default 'queued'
    check (phase in ('queued', 'reading', 'planning', 'awaiting_approval', 'applying', 'done')),
  mode text not null default 'full' check (mode in ('full', 'partial')),
  dry_run boolean not null default false,
  form text not null,
  trigger_kind text not null,
  trigger_actor text not null,
  rerun_of bigint,
  superseded_by bigint,
  -- A claim on the run: the worker's name and until when nobody else may take it up.
  lease_owner text,
  lease_until timestamptz,
  attempts integer not null default 0,
  cancel_requested_by text,
  progress_done bigint not null default 0,
  progress_total bigint not null default 0,
  -- The plan, once ready: contract core/report/plan-summary.ts.
  plan jsonb,
  entry_count integer not null default 0,
  -- Limits exceeded, when the run waits or waited: [{limit, allowed, planned}].
  thresholds jsonb not null default '[]',
  -- How far the plan is applied: every update of an earlier step, and of this step up to this position.
  applied_step integer not null default 0,
  applied_position integer not null default 0,
  skipped_count integer not null default 0,
  -- workspaces.directory_version as the plan saw it, and after each batch of its own: when it is the same still,
  -- nobody else has changed anything, and everything planned fits.
  directory_version bigint,
  decision jsonb,
  failure_code text,
  failure_message text,
  settings jsonb,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  planned_at timestamptz,
  waiting_since timestamptz,
  expires_at timestamptz,
  finished_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number)
);
-- One sync per workspace runs at a time (section 9): a leased run holds the slot.
create unique index syncs_one_running on syncs (workspace_id) where lease_owner is not null;
create index syncs_open on syncs (workspace_id, created_at) where phase <> 'done';

-- One line of a report. Positions are dense from 1 in report order and never move. The outcome of an update is
-- not stored but read off the sync's applied mark (only skipped ones are touched again).
create table entries (
  workspace_id bigint not null,
  sync_id bigint not null,
  position integer not null,
  -- Order of applying (core/plan/apply-steps.ts); 0 for issues.
  step smallint not null,
  type text not null,
  reason text,
  user_id bigint,
  team_id bigint,
  name text,
  email text,
  external_id text,
  -- Changed values by property. A link's other end is an object {"id", "name"}.
  before jsonb,
  after jsonb,
  -- What an issue's message needs: raw value, column, first line, the ring …
  params jsonb,
  caused_by integer,
  section text,
  line integer,
  skipped text,
  primary key (workspace_id, sync_id, position)
);
create index entries_user on entries (workspace_id, user_id, sync_id) where user_id is not null;
create index entries_team on entries (workspace_id, team_id, sync_id) where team_id is not null;
-- Few: lets a report find its skipped updates without reading the others.
create index entries_skipped on entries (workspace_id, sync_id, position) where skipped is not null;

-- The names of a report, a thousand entries a row and a line each, for search: "name email id" folded.
create table entry_names (
  workspace_id bigint not null,
  sync_id bigint not null,
  chunk integer not null,
  names text not null,
  primary key (workspace_id, sync_id, chunk),
  foreign key (workspace_id, sync_id) references syncs on delete cascade
);
alter table entry_names alter column names set storage external;

-- When each batch of updates was applied: gives an entry its time.
create table applied_batches (
  workspace_id bigint not null,
  sync_id bigint not null,
  step integer not null,
  position integer not null,
  applied_at timestamptz not null,
  primary key (workspace_id, sync_id, step, position),
  foreign key (workspace_id, sync_id) references syncs on delete cascade
);

create table idempotency_keys (
  workspace_id bigint not null references workspaces on delete cascade,
  key text not null,
  digest text,
  sync_id bigint,
  created_at timestamptz not null default now(),
  primary key (workspace_id, key)
);

create table audit (
  workspace_id bigint not null references workspaces on delete cascade,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  action text not null,
  target_type text,
  target_id text,
  target_name text,
  before jsonb,
  after jsonb,
  ip text,
  request_id text,
  primary key (workspace_id, id)
);
create index audit_target on audit (workspace_id, target_type, target_id, id);

create table api_keys (
  workspace_id bigint not null references workspaces on delete cascade,
  id bigint generated always as identity,
  name text not null,
  hash bytea not null unique,
  last_four text not null,
  scope text not null check (scope in ('read', 'push', 'read_write')),
  created_at timestamptz not null default now(),
  created_by text not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  last_used_ip text,
  primary key (workspace_id, id)
);
