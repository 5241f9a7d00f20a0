-- Reading the audit log by action and by time, and which syncs ran a sync's input again.
create index audit_action on audit (workspace_id, action, id);
create index audit_at on audit (workspace_id, at);
create index syncs_rerun on syncs (workspace_id, rerun_of) where rerun_of is not null;
