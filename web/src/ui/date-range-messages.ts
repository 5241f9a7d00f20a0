import { defineMessages } from "../i18n/messages.ts";

/** Words of the filter for days. */
export const dateRangeMessages = defineMessages(
  {
    anyTime: "Any time",
    betweenDays: "Between two days",
    from: "From",
    to: "To",
    wrongOrder: "This is before the first day.",
    since: "since {day}",
    until: "until {day}",
    span: "{from} – {to}",
    chosen: "{label}: {when}",
  } as const,
  {
    anyTime: "N’importe quand",
    betweenDays: "Entre deux jours",
    from: "Du",
    to: "Au",
    wrongOrder: "Ce jour précède le premier.",
    since: "depuis le {day}",
    until: "jusqu’au {day}",
    span: "{from} – {to}",
    chosen: "{label} : {when}",
  },
);
