import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { nameProperty, propertiesQuery } from "../../api/properties.ts";
import { type Origins, originsQuery, type User } from "../../api/users.ts";
import { PropertyValue } from "../../changes/PropertyValue.tsx";
import { PropertyNamesProvider, usePropertyNames } from "../../changes/property-names.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages, useRichMessages } from "../../i18n/use-messages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { Time } from "../../ui/Time.tsx";
import { LockMark } from "./LockMark.tsx";
import { userMessages } from "./messages.ts";

const FIELDS = [
  "firstName",
  "lastName",
  "preferredName",
  "email",
  "jobTitle",
  "languagePreferences",
] as const;

/** Every value of the profile, and where it is from. */
export function ProfileCard({ user }: { user: User }) {
  const t = useMessages(userMessages);
  const language = useLanguage();
  const { data: properties = [] } = useQuery(propertiesQuery);
  const { data: origins = {} } = useQuery(originsQuery(user.id));
  const [isWhole, setIsWhole] = useState(false);

  const values: { key: string; value: string | readonly string[] | null; isSensitive?: boolean }[] =
    [
      ...FIELDS.map((key) => ({ key, value: key === "email" ? emailOf(user) : user[key] })),
      ...properties.map(({ key, sensitive }) => ({
        ...{ key, value: user.properties[key] ?? null, isSensitive: sensitive },
      })),
      { key: "productAssignations", value: user.products },
    ];
  // That a value is kept empty has to be seen.
  const empty = values.filter(
    ({ key, value }) => (value === null || value.length === 0) && user.locks[key] === undefined,
  );
  const shown = isWhole ? values : values.filter((each) => !empty.includes(each));

  return (
    <Card
      title={t("profile")}
      {...(empty.length === 0
        ? {}
        : {
            actions: (
              <Button size="small" tone="quiet" onPress={() => setIsWhole(!isWhole)}>
                {isWhole ? t("hideEmpty") : t("showEmpty", { n: empty.length })}
              </Button>
            ),
          })}
    >
      <PropertyNamesProvider>
        <Facts>
          {shown.map(({ key, value, isSensitive }) => (
            <Fact key={key} name={nameProperty(key, properties, language)}>
              <span className="profile-value">
                <span>
                  <PropertyValue property={key} value={value} />{" "}
                  {isSensitive === true && <Badge>{t("sensitive")}</Badge>}
                </span>
                <Marks user={user} property={key} origin={origins[key]} />
              </span>
            </Fact>
          ))}
        </Facts>
      </PropertyNamesProvider>
    </Card>
  );
}

/** A deleted user holds no address; the one to come back with is shown. */
function emailOf({ email, formerEmail }: User): string | null {
  return email ?? formerEmail;
}

interface MarksProps {
  user: User;
  property: string;
  origin: Origins[string] | undefined;
}

/** Where a value is from, and whether syncs leave it alone. */
function Marks({ user, property, origin }: MarksProps) {
  const { labelOf } = usePropertyNames();
  const lock = user.locks[property];
  if (lock === undefined) return <OriginMark origin={origin} />;
  return (
    <span className="profile-marks">
      <OriginMark origin={origin} />
      <LockMark {...{ user, property, lock, origin }} label={labelOf(property)} />
    </span>
  );
}

/** "API push, Nov 22", or "edited by {admin}, Nov 22". */
function OriginMark({ origin }: { origin: Origins[string] | undefined }): ReactNode {
  const rich = useRichMessages(userMessages);
  if (origin === undefined) return null;
  const time = <Time at={origin.at} show="date" />;
  if (origin.by === "person") {
    return (
      <span className="profile-origin">{rich("originPerson", { name: origin.name, time })}</span>
    );
  }
  const source =
    origin.sync === null ? (
      origin.name
    ) : (
      <Link to="/syncs/$id" params={{ id: String(origin.sync.number) }} search={{}}>
        {origin.name}
      </Link>
    );
  return <span className="profile-origin">{rich("originSync", { source, time })}</span>;
}
