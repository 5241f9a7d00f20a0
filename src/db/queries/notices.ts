import type { AdminRole } from "../../contract/account.ts";
import type { NoticeChoices, NoticeEvent } from "../../contract/notice-events.ts";
import type { Queryable } from "../database.ts";

/** A person with access to a workspace, and what they have chosen to be told of there. */
export interface NoticeChoiceRow {
  id: string;
  name: string;
  role: AdminRole;
  choices: Partial<NoticeChoices>;
}

const PEOPLE = `workspace_admins admin
  left join notice_choices choice on choice.workspace_id = admin.workspace_id and choice.account_id = admin.account_id`;

/** Whether somebody of {@link PEOPLE} is told of an event: as chosen, else with the roles that are. */
const isTold = (event: string, roles: string) =>
  `coalesce((choice.choices ->> ${event})::boolean, admin.role = any (${roles}))`;

/** Everybody with access to a workspace, by name. */
export async function listNoticeChoices(
  queryable: Queryable,
  workspaceId: number,
): Promise<NoticeChoiceRow[]> {
  const { rows } = await queryable.query<NoticeChoiceRow>(
    `select account.id, account.name, admin.role, coalesce(choice.choices, '{}') as choices
       from ${PEOPLE}
       join auth_users account on account.id = admin.account_id
      where admin.workspace_id = $1
      order by account.name, account.id`,
    [workspaceId],
  );
  return rows;
}

/** One of them, locked until the transaction ends; `null` for who has no access. */
export async function lockNoticeChoices(
  transaction: Queryable,
  workspaceId: number,
  accountId: string,
): Promise<NoticeChoiceRow | null> {
  const { rows } = await transaction.query<NoticeChoiceRow>(
    `select account.id, account.name, admin.role, coalesce(choice.choices, '{}') as choices
       from ${PEOPLE}
       join auth_users account on account.id = admin.account_id
      where admin.workspace_id = $1 and admin.account_id = $2
        for no key update of admin`,
    [workspaceId, accountId],
  );
  return rows[0] ?? null;
}

/** Chooses what is given, and leaves the rest. */
export async function writeNoticeChoices(
  transaction: Queryable,
  workspaceId: number,
  accountId: string,
  choices: Partial<NoticeChoices>,
): Promise<void> {
  await transaction.query(
    `insert into notice_choices (workspace_id, account_id, choices) values ($1, $2, $3)
     on conflict (workspace_id, account_id) do update set choices = notice_choices.choices || excluded.choices`,
    [workspaceId, accountId, JSON.stringify(choices)],
  );
}

/** Whether anybody is told of an event. */
export async function isAnybodyTold(
  queryable: Queryable,
  workspaceId: number,
  event: NoticeEvent,
  roles: readonly AdminRole[],
): Promise<boolean> {
  const { rows } = await queryable.query<{ found: boolean }>(
    `select exists (
       select from ${PEOPLE} where admin.workspace_id = $1 and ${isTold("$2::text", "$3::text[]")}) as found`,
    [workspaceId, event, roles],
  );
  return rows[0]!.found;
}

/** Puts a mail for everybody who is told of an event of a sync into the outbox, unless it is there; answers how many. */
export async function insertNotices(
  transaction: Queryable,
  workspaceId: number,
  syncId: number,
  event: NoticeEvent,
  roles: readonly AdminRole[],
): Promise<number> {
  // Locked: whose access ends at this moment is left out, and does not break the run off.
  const { rowCount } = await transaction.query(
    `with told as (
       select admin.account_id from ${PEOPLE}
        where admin.workspace_id = $1 and ${isTold("$3::text", "$4::text[]")}
          for key share of admin
     )
     insert into mail_outbox (workspace_id, sync_id, event, account_id)
     select $1, $2, $3::text, account_id from told
     on conflict (workspace_id, sync_id, event, account_id) do nothing`,
    [workspaceId, syncId, event, roles],
  );
  return rowCount ?? 0;
}

/** Whom a notice goes to, and of what it tells. Read when it is sent, so that the outbox holds no address. */
export interface NoticeRecipient {
  email: string;
  name: string;
  role: AdminRole;
  choices: Partial<NoticeChoices>;
  language: string | null;
  time_zone: string;
  default_language: string;
  workspace_name: string;
  sync_id: number;
  event: NoticeEvent;
}

/** The recipient of a mail of the outbox; `null` when it tells of nothing that is true still, or not lately. */
export async function findNoticeRecipient(
  queryable: Queryable,
  workspaceId: number,
  mailId: number,
  newsDays: number,
): Promise<NoticeRecipient | null> {
  const { rows } = await queryable.query<NoticeRecipient>(
    `select account.email, account.name, admin.role, coalesce(choice.choices, '{}') as choices,
            liked.preferences ->> 'language' as language,
            coalesce(liked.preferences ->> 'timeZone', workspace.time_zone) as time_zone,
            workspace.default_language, workspace.name as workspace_name, mail.sync_id, mail.event
       from mail_outbox mail
       join syncs sync on sync.workspace_id = mail.workspace_id and sync.id = mail.sync_id
       join (${PEOPLE}) on admin.workspace_id = mail.workspace_id and admin.account_id = mail.account_id
       join auth_users account on account.id = mail.account_id
       left join account_preferences liked on liked.account_id = mail.account_id
       join workspaces workspace on workspace.id = mail.workspace_id
      where mail.workspace_id = $1 and mail.id = $2
        and case mail.event
              when 'needsApproval' then sync.phase = 'awaiting_approval' and sync.expires_at > now()
              else mail.created_at > now() - $3 * interval '1 day'
            end`,
    [workspaceId, mailId, newsDays],
  );
  return rows[0] ?? null;
}
