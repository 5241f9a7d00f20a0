-- Sign-in: accounts of the people who administer workspaces. They are not directory users (section 11, "Identity"),
-- and one person may administer several workspaces, so these tables stand beside the workspaces, not within one.
-- auth_users, auth_sessions, auth_accounts and auth_verifications carry the fields that better-auth asks for.

create table auth_users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth_sessions (
  id text primary key,
  user_id text not null references auth_users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  -- The workspace that this session looks at; null = the person's first.
  workspace_id bigint references workspaces on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_sessions_user on auth_sessions (user_id);

-- How a person proves who they are: a password (provider "credential").
create table auth_accounts (
  id text primary key,
  user_id text not null references auth_users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index auth_accounts_user on auth_accounts (user_id);

create table auth_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verifications_identifier on auth_verifications (identifier);

-- Which workspaces a person administers.
create table workspace_admins (
  workspace_id bigint not null references workspaces on delete cascade,
  account_id text not null references auth_users on delete cascade,
  role text not null check (role in ('admin', 'viewer')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, account_id)
);
create index workspace_admins_account on workspace_admins (account_id);

-- One-time links, by the hash of their token: set-up makes the first admin, password sets one's password.
create table auth_links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('setup', 'password')),
  account_id text references auth_users on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'password') = (account_id is not null))
);

-- Failed sign-ins by address, whether an account has it or not: the answer must not tell.
create table auth_attempts (
  email_hash bytea primary key,
  failures integer not null,
  last_failure_at timestamptz not null,
  locked_until timestamptz
);
