import type { Database } from "../db/database.ts";

const DAY_MS = 86_400_000;

interface Moment {
  /** When it really happened, while the demo was being filled. */
  real: Date;
  /** When the story says that it happened. */
  told: Date;
}

/** Keeps the times of the story while it is played in a minute, and writes them into the database afterwards. */
export class StoryClock {
  readonly #now = Date.now();
  readonly #moments: Moment[] = [];

  /** From here on it is so many days ago, at that time of day (UTC). Time only goes forward. */
  goTo(daysAgo: number, time: string): void {
    const today = new Date(this.#now).toISOString().slice(0, 10);
    const told = Date.parse(`${today}T${time}Z`) - daysAgo * DAY_MS;
    this.#goTo(new Date(told));
  }

  /** From here on it is so many minutes before now. */
  goToMinutesAgo(minutes: number): void {
    this.#goTo(new Date(this.#now - minutes * 60_000));
  }

  /** The day that the story has reached, as `YYYY-MM-DD`. */
  get day(): string {
    const moment = this.#moments.at(-1);
    if (moment === undefined) throw new Error("The story has not begun.");
    return moment.told.toISOString().slice(0, 10);
  }

  /** Moves every time that the database holds to where the story has it. Sign-in keeps its own times. */
  async rewrite(database: Database): Promise<void> {
    // When a key was used is noted once a minute at most, and the whole story takes less.
    await database.query(
      `update api_keys k set last_used_at = pushed.last
       from (select trigger_actor, max(created_at) as last from syncs group by 1) pushed
       where k.name = pushed.trigger_actor and k.last_used_at < pushed.last`,
    );
    // What was added up over days of the story happened at no one time of it: a push script's questions, again and again.
    await database.query("delete from api_requests where count > 1");
    const { rows: columns } = await database.query<{ table_name: string; column_name: string }>(
      `select c.table_name, c.column_name
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
         and c.data_type = 'timestamp with time zone' and c.table_name not like 'auth\\_%'
         and c.column_name not like 'lease%' and c.table_name not in ('schema_migrations')
       order by 1, 2`,
    );
    const times = [
      this.#moments.map(({ real }, at) => (at === 0 ? "-infinity" : real.toISOString())),
      this.#moments.map(({ real, told }) => (told.getTime() - real.getTime()) / 1000),
    ];
    const moved = (value: string, base: string) => `${value} + (
      select make_interval(secs => shift)
      from unnest($1::timestamptz[], $2::float8[]) as moment (real, shift)
      where real <= ${base} order by real desc limit 1)`;
    for (const table of new Set(columns.map(({ table_name }) => table_name))) {
      const names = columns
        .filter(({ table_name }) => table_name === table)
        .map(({ column_name }) => column_name);
      const created = names.find((name) => name === "created_at");
      const sets = names.map((name) => {
        // A time to come, such as an expiry, moves with the row that it belongs to.
        const base =
          created === undefined
            ? name
            : `case when ${name} > now() then created_at else ${name} end`;
        return `${name} = ${moved(name, base)}`;
      });
      await database.query(`update "${table}" set ${sets.join(", ")}`, times);
    }
    await database.query(
      `update syncs set decision = decision || jsonb_build_object('at',
         to_char((${moved("(decision ->> 'at')::timestamptz", "(decision ->> 'at')::timestamptz")})
           at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
       where decision is not null`,
      times,
    );
    await database.query("update api_requests set minute = date_trunc('minute', first_at)");
  }

  #goTo(told: Date): void {
    const last = this.#moments.at(-1);
    if (last !== undefined && told <= last.told) {
      throw new Error(
        `The story goes back from ${last.told.toISOString()} to ${told.toISOString()}.`,
      );
    }
    this.#moments.push({ real: new Date(), told });
  }
}
