-- The directory by hand: invitations and their mail, and the indexes of its lists.

-- No index on names: it would make a bulk insert of users a third slower, and a page of a hundred thousand users
-- sorts in less than a tenth of a second.

-- Tombstones whose undo window runs.
create index users_tombstones on users (workspace_id, removed_at)
  where state = 'deleted' and erased_at is null;

-- What was done to a user's places by hand has the team as its target; the user's history needs it too.
create index audit_team_places on audit (
  workspace_id,
  (coalesce(after #>> '{member,id}', after #>> '{manager,id}', before #>> '{member,id}', before #>> '{manager,id}')),
  id
) where target_type = 'team' and action in
  ('team_member_added', 'team_member_removed', 'team_manager_assigned', 'team_manager_removed');

-- An invitation to a user: valid until it expires, is used, or a reminder takes its place. Every link made for it
-- (one for the caller of the API, one for each mail) has a token of its own, of which only the SHA-256 is kept.
create table invitations (
  workspace_id bigint not null references workspaces on delete cascade,
  id bigint generated always as identity,
  user_id bigint not null,
  token_hashes bytea[] not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz,
  primary key (workspace_id, id)
);
-- One open invitation per user.
create unique index invitations_open on invitations (workspace_id, user_id)
  where used_at is null and replaced_at is null;

-- Mail to send after the commit that asked for it. Holds neither address nor link: both are read or made at sending.
create table mail_outbox (
  workspace_id bigint not null,
  id bigint generated always as identity,
  invitation_id bigint not null,
  created_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz,
  failed_at timestamptz,
  -- Code of the last failure, never its text: servers repeat the address in it.
  failure text,
  primary key (workspace_id, id),
  foreign key (workspace_id, invitation_id) references invitations on delete cascade
);
create index mail_outbox_waiting on mail_outbox (next_attempt_at) where sent_at is null and failed_at is null;
create index mail_outbox_invitation on mail_outbox (workspace_id, invitation_id);
