-- The key that took a key's place when it was rotated.
alter table api_keys add column replaced_by bigint;

-- Reports that were kept no longer: so that a link to one can say so.
create table removed_syncs (
  workspace_id bigint not null references workspaces on delete cascade,
  id bigint not null,
  number integer not null,
  removed_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, number)
);
