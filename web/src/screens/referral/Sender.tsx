import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Versioned } from "../../api/http";
import { usePreview, useSending } from "../../api/queries";
import type { Referral } from "../../api/types";
import { Form } from "../../parts/Form";
import { SelectField } from "../../parts/fields";
import { NextStep, Section } from "../../parts/Page";
import { Facts, Mark } from "../../parts/words";
import { Link } from "../../route/router";
import { reasonsFor } from "./steps";

/** What the sending side can do, and what it will hear of. */
export function Sender({ seen }: { seen: Versioned<Referral> }) {
  const { t } = useTranslation();
  const referral = seen.value;
  return (
    <>
      {referral.attention !== undefined && <HeldBack referral={referral} />}
      {referral.allowed.includes("sending") && <Send seen={seen} />}
      {referral.businessStatus === "awaiting-disclosure" && !referral.allowed.includes("sending") && (
        <p className="note" role="status">
          {t("send.underWay")}
        </p>
      )}
      <WayBack referral={referral} />
      <Section heading={t("send.carries")} tone="calm">
        <Facts
          facts={[
            [t("send.to"), referral.service.organization],
            [t("send.what"), (referral.categories.length > 0 ? referral.categories : (referral.required ?? [])).map((category) => t(`category.${category}`)).join("; ")],
            [t("send.leftOut"), referral.withheld?.map((category) => t(`category.${category}`)).join(", ")],
            [t("draft.reason"), referral.reason],
          ]}
        />
      </Section>
      {referral.allowed.includes("cancelled") && <Cancel seen={seen} />}
    </>
  );
}

function Send({ seen }: { seen: Versioned<Referral> }) {
  const { t } = useTranslation();
  const { submit, busy, problem } = useSending<Referral>();
  const again = seen.value.status !== "draft";
  return (
    <NextStep heading={again ? t("send.again") : t("send.heading")}>
      <Covered referral={seen.value} />
      <Form
        label={t("send.heading")}
        send={again ? t("send.again") : t("send.send")}
        busy={busy}
        problem={problem}
        onSend={() => void submit({ to: `/api/referrals/${seen.value.id}/sending`, body: {}, etag: seen.etag })}
      />
    </NextStep>
  );
}

/** What the door would let go now: better known before than after. */
function Covered({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  const preview = usePreview({
    clientId: referral.clientId ?? "",
    recipient: referral.receiver,
    purpose: referral.purpose,
    required: referral.required ?? referral.categories,
    optional: referral.optional ?? [],
  }).data;
  if (preview?.outcome !== "denied") {
    return <p>{t(preview ? "send.covered" : "send.help")}</p>;
  }
  if (preview.code === referral.attention) {
    return null;
  }
  return (
    <div className="note" role="note">
      <p className="strong">{t([`problem.${preview.code ?? ""}.title`, "problem.consent-missing.title"])}</p>
      <p>{t("send.notCovered")}</p>
      <Link to={`/clients/${referral.clientId ?? ""}/consents/new`} className="button">
        {t("client.newConsent")}
      </Link>
    </div>
  );
}

/** Whether the answers may come back: said before sending, since nothing can be heard without it. */
function WayBack({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  if (referral.wayBack === undefined) {
    return null;
  }
  return (
    <div className={referral.wayBack ? "note good" : "note"} role="note">
      <p className="strong">
        <Mark tone={referral.wayBack ? "there" : "waiting"}>{t(referral.wayBack ? "wayBack.yes" : "wayBack.no")}</Mark>
      </p>
      <p>{t(referral.wayBack ? "wayBack.yesHelp" : "wayBack.noHelp")}</p>
      {!referral.wayBack && referral.clientId && (
        <Link to={`/clients/${referral.clientId}/consents/new`} className="button">
          {t("wayBack.talk")}
        </Link>
      )}
    </div>
  );
}

function HeldBack({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  return (
    <div className="note problem">
      <p className="strong">{t("held.heading")}</p>
      <p>{t([`problem.${referral.attention ?? ""}.title`, "problem.unknown.title"])}</p>
      <p>{t([`problem.${referral.attention ?? ""}.help`, "held.help"])}</p>
      {referral.clientId && (
        <Link to={`/clients/${referral.clientId}/consents/new`} className="button">
          {t("client.newConsent")}
        </Link>
      )}
    </div>
  );
}

function Cancel({ seen }: { seen: Versioned<Referral> }) {
  const { t } = useTranslation();
  const { submit, busy, problem } = useSending<Referral>();
  const reasons = reasonsFor("cancelled", "requester");
  const [reason, setReason] = useState("");
  return (
    <details className="section card">
      <summary>{t("cancel.heading")}</summary>
      <Form
        label={t("cancel.heading")}
        send={t("cancel.send")}
        busy={busy}
        problem={problem}
        quiet
        onSend={() => void submit({ to: `/api/referrals/${seen.value.id}/cancellation`, body: { reason }, etag: seen.etag })}
      >
        <SelectField
          label={t("answer.reason")}
          pointer="/reason"
          value={reason}
          onChange={setReason}
          choices={[["", t("consent.choose")], ...reasons.map((code) => [code, t(`reason.${code}`)] as const)]}
        />
      </Form>
    </details>
  );
}
