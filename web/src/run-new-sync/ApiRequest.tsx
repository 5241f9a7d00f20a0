import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import { CodeSample } from "../ui/CodeSample.tsx";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { runMessages } from "./messages.ts";
import { type PushFormat, writeCurl } from "./write-curl.ts";
import "./run-new-sync.css";

/** The request that brings data in, ready to be copied. */
export function ApiRequest({ dryRun, onLeave }: { dryRun: boolean; onLeave?: () => void }) {
  const t = useMessages(runMessages);
  const [format, setFormat] = useState<PushFormat>("csv");
  return (
    <div className="api-request">
      <p>{t("sampleIntro")}</p>
      <RadioGroup<PushFormat>
        label={t("format")}
        value={format}
        onChange={setFormat}
        isInline
        options={[
          { value: "csv", label: t("csv") },
          { value: "json", label: t("json") },
        ]}
      />
      <CodeSample title={t("request")} what={t("copyRequest")}>
        {writeCurl(window.location.origin, format, dryRun)}
      </CodeSample>
      <p className="muted">
        {t("keyHint")}{" "}
        <Link to="/provisioning/keys" {...(onLeave === undefined ? {} : { onClick: onLeave })}>
          {t("makeKey")}
        </Link>
      </p>
    </div>
  );
}
