-- Values of users that a person keeps: no sync changes them until somebody unlocks them. Few, by hand, so that a plan
-- asks once whether there are any.
create table value_locks (
  workspace_id bigint not null references workspaces on delete cascade,
  user_id bigint not null,
  -- "email", or the key of a value in the user's profile.
  property text not null,
  locked_at timestamptz not null default now(),
  locked_by text not null,
  primary key (workspace_id, user_id, property)
);
