-- Mail to the people of a workspace about its syncs.

-- What a person has chosen to be told of in a workspace, by event; what was not chosen goes with the role (contract:
-- notice events).
create table notice_choices (
  workspace_id bigint not null,
  account_id text not null,
  choices jsonb not null,
  primary key (workspace_id, account_id),
  foreign key (workspace_id, account_id) references workspace_admins on delete cascade
);

-- A mail is of an invitation, or tells a person of an event of a sync. Whose access ends gets no more of them.
alter table mail_outbox
  alter column invitation_id drop not null,
  add column sync_id bigint,
  add column account_id text,
  add column event text,
  add foreign key (workspace_id, sync_id) references syncs on delete cascade,
  add foreign key (workspace_id, account_id) references workspace_admins on delete cascade,
  add check (num_nulls(sync_id, account_id, event) = case when invitation_id is null then 0 else 3 end),
  -- A person is told of it once, however often the sync is taken up.
  add constraint mail_outbox_notice_once unique (workspace_id, sync_id, event, account_id);
create index mail_outbox_account on mail_outbox (workspace_id, account_id) where account_id is not null;
