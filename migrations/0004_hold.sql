-- Why a run waits, or waited, besides the limits that its plan exceeds: {"reason", "date"} (contract: Hold).
alter table syncs add column hold jsonb;
