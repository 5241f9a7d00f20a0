-- Views of lists that people keep: a name for the filters in a page's address, for oneself or for everybody.
create table saved_views (
  workspace_id bigint not null references workspaces on delete cascade,
  id bigint generated always as identity,
  -- Null once the account of a shared view is gone.
  account_id text references auth_users on delete set null,
  page text not null,
  name text not null,
  search text not null,
  shared boolean not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index saved_views_page on saved_views (workspace_id, page, id);
create index saved_views_account on saved_views (account_id);

-- How a person likes the pages; only what was chosen (contract: Preferences).
create table account_preferences (
  account_id text primary key references auth_users on delete cascade,
  preferences jsonb not null
);
