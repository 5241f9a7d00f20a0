-- Properties that were sensitive when they were deleted: reports and stored inputs still hold values of them, which
-- are shown no more than before.
create table deleted_sensitive_properties (
  workspace_id bigint not null references workspaces on delete cascade,
  key text not null,
  -- Columns are found by it too.
  label text not null,
  primary key (workspace_id, key)
);

-- Those deleted before there was this table, as far as the audit log tells.
insert into deleted_sensitive_properties (workspace_id, key, label)
select distinct d.workspace_id, d.target_id, last_value(coalesce(d.target_name, d.target_id)) over deletions
  from audit d
  cross join lateral (
    select s.after ->> 'sensitive' as sensitive from audit s
     where s.workspace_id = d.workspace_id and s.target_type = 'property' and s.target_id = d.target_id
       and s.id < d.id and s.after ? 'sensitive'
     order by s.id desc limit 1
  ) last
 where d.action = 'property_deleted' and last.sensitive = 'true'
   and not exists (select from properties p where p.workspace_id = d.workspace_id and p.key = d.target_id)
window deletions as (
  partition by d.workspace_id, d.target_id order by d.id rows between unbounded preceding and unbounded following
);
