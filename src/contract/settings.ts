import { type Static, Type } from "typebox";
import { patchOf } from "./values.ts";

const Limit = (description: string, maximum?: number) =>
  Type.Union(
    [Type.Integer({ minimum: 0, ...(maximum === undefined ? {} : { maximum }) }), Type.Null()],
    {
      description,
    },
  );

/** Provisioning settings of a workspace (domain rules, sections 6, 9 and 11). `null` = no limit. */
export const ProvisioningSettings = Type.Object(
  {
    thresholds: Type.Object({
      users: Limit(
        "Most user updates that a run may make without approval; 0 = every run with changes waits.",
      ),
      teams: Limit(
        "Most team updates that a run may make without approval; 0 = every run with changes waits.",
      ),
      removalsPercent: Limit(
        "Largest share of people (and of teams, places, managers, values) a run may remove.",
        100,
      ),
      identityPercent: Limit(
        "Largest share of people whose email, or whole name, a run may change.",
        100,
      ),
      reactivations: Limit("Most reactivations that a run may make without approval."),
    }),
    automaticInvite: Type.Boolean({ description: "Invite new users who have a product." }),
    absentInvited: Type.Union([Type.Literal("delete"), Type.Literal("deactivate")], {
      description: "What happens to people who leave before they accepted their invitation.",
    }),
    approvalExpiryDays: Type.Integer({ minimum: 1, maximum: 90 }),
    reportRetentionDays: Type.Integer({ minimum: 30, maximum: 3650 }),
    undoWindowDays: Type.Integer({ minimum: 1, maximum: 365 }),
    inputRetentionDays: Type.Integer({ minimum: 1, maximum: 365 }),
    paused: Type.Boolean({ description: "While true, pushes are planned and wait." }),
  },
  { additionalProperties: false },
);
export type ProvisioningSettings = Static<typeof ProvisioningSettings>;

const { thresholds, ...plainSettings } = ProvisioningSettings.properties;

/** A change of settings: only the keys given change, within `thresholds` too. */
export const SettingsPatch = patchOf({
  ...plainSettings,
  thresholds: patchOf(thresholds.properties),
});
export type SettingsPatch = Static<typeof SettingsPatch>;

export const DEFAULT_SETTINGS: ProvisioningSettings = {
  thresholds: {
    users: null,
    teams: null,
    removalsPercent: 10,
    identityPercent: 5,
    reactivations: 5,
  },
  automaticInvite: false,
  absentInvited: "delete",
  approvalExpiryDays: 7,
  reportRetentionDays: 365,
  undoWindowDays: 30,
  inputRetentionDays: 30,
  paused: false,
};

/** What is stored is what differs; everything else follows the defaults. */
export function withDefaults(stored: Partial<ProvisioningSettings>): ProvisioningSettings {
  return {
    ...DEFAULT_SETTINGS,
    ...stored,
    thresholds: { ...DEFAULT_SETTINGS.thresholds, ...stored.thresholds },
  };
}
