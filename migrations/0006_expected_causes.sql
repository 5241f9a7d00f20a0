-- Causes of issues that somebody expects: they are left out of counts until other people, teams or columns have them.
create table cause_marks (
  workspace_id bigint not null references workspaces on delete cascade,
  type text not null,
  -- '' = a type without reasons.
  reason text not null default '',
  -- Of everybody and everything that has the cause; without order, so that it can be told again from any report.
  fingerprint bigint not null,
  -- The report it was marked in.
  sync_number integer not null,
  marked_by text not null,
  marked_at timestamptz not null default now(),
  primary key (workspace_id, type, reason)
);

-- How many of a report's issues were expected, those that only inform left out.
alter table syncs add column expected_issues integer not null default 0;
