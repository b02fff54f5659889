import { useTranslation } from "react-i18next";
import type { Versioned } from "../../api/http";
import { isLeaving, useClient, usePreview, useSending } from "../../api/queries";
import type { Referral } from "../../api/types";
import { Form } from "../../parts/Form";
import { SelectField } from "../../parts/fields";
import { Loaded } from "../../parts/Loaded";
import { Begins } from "../../parts/Merged";
import { NextStep, Section } from "../../parts/Page";
import { isOver } from "../../parts/referralWords";
import { Facts, Mark, Quote } from "../../parts/words";
import { useWritten } from "../../parts/written";
import { Link, useGoOn } from "../../route/router";
import { ConsentFirst, consentFor } from "./ConsentFirst";
import { Disclosed, PackageParts } from "./Disclosed";
import { reasonsFor } from "./steps";
import { willSee } from "./willSee";

/** What the sending side can do, and what it will hear of. */
export function Sender({ seen }: { seen: Versioned<Referral> }) {
  const { t } = useTranslation();
  const referral = seen.value;
  return (
    <>
      {referral.attention !== undefined && <HeldBack referral={referral} />}
      {referral.allowed.includes("sending") && <Sending seen={seen} />}
      {isLeaving(referral) && (
        <p className="note" role="status">
          {t("send.underWay")}
        </p>
      )}
      {!referral.allowed.includes("sending") && (
        <>
          <WayBack referral={referral} />
          {referral.disclosureId === undefined ? <Carries referral={referral} /> : <Disclosed id={referral.disclosureId} heading={t("send.sees", { place: referral.service.organization })} />}
        </>
      )}
      {referral.allowed.includes("cancelled") && <Cancel seen={seen} />}
      {referral.status === "draft" && referral.allowed.includes("entered-in-error") && <TakeBack seen={seen} />}
    </>
  );
}

/** A draft has yet to begin; what was held back is under way. */
function Sending({ seen }: { seen: Versioned<Referral> }) {
  const { status, clientId = "" } = seen.value;
  return status === "draft" ? (
    <Begins clientId={clientId}>
      <Send seen={seen} />
    </Begins>
  ) : (
    <Send seen={seen} />
  );
}

/** Before it leaves: what the consent covers, what the place will read, and whether one will hear of it. */
function Send({ seen }: { seen: Versioned<Referral> }) {
  const { t } = useTranslation();
  const { submit, busy, problem } = useSending<Referral>();
  const referral = seen.value;
  const again = referral.status !== "draft";
  const asked = usePreview(referral);
  if (asked.isPending && asked.failureCount === 0) {
    return <Loaded query={asked}>{() => null}</Loaded>;
  }
  const preview = asked.data;
  if (preview?.outcome === "denied") {
    return (
      <>
        {/* Why it was held back stands above already. */}
        <ConsentFirst referral={referral} code={preview.code === referral.attention ? undefined : preview.code} />
        <Carries referral={referral} />
      </>
    );
  }
  return (
    <>
      <WillSee referral={referral} categories={preview?.released ?? referral.required ?? referral.categories} withheld={preview?.withheld ?? []} />
      <WayBack referral={referral} />
      <NextStep heading={again ? t("send.again") : t("send.heading")}>
        <p>{t(preview ? "send.covered" : "send.help")}</p>
        <Form
          label={t("send.heading")}
          send={again ? t("send.again") : t("send.send")}
          busy={busy}
          problem={problem}
          onSend={() => void submit({ to: `/api/referrals/${referral.id}/sending`, body: {}, etag: seen.etag })}
        />
      </NextStep>
    </>
  );
}

/** Word for word what the place will read, to be looked at together. */
function WillSee({ referral, categories, withheld }: { referral: Referral; categories: readonly string[]; withheld: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Section heading={t("send.willSee", { place: referral.service.organization })} tone="card">
      <Loaded query={useClient(referral.clientId ?? "")}>{({ value }) => <PackageParts released={willSee(value, referral, categories)} />}</Loaded>
      {withheld.length > 0 && (
        <p className="hint">
          {t("send.leftOut")}: {withheld.map((category) => t(`category.${category}`)).join("; ")}
        </p>
      )}
    </Section>
  );
}

function Carries({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  return (
    <Section heading={t("send.carries")} tone="calm">
      {referral.reason && <Quote>{referral.reason}</Quote>}
      <Facts
        facts={[
          [t("send.to"), referral.service.organization],
          [t("send.what"), (referral.categories.length > 0 ? referral.categories : (referral.required ?? [])).map((category) => t(`category.${category}`)).join("; ")],
          [t("send.leftOut"), referral.withheld?.map((category) => t(`category.${category}`)).join(", ")],
        ]}
      />
    </Section>
  );
}

/** Whether the answers may come back: said before sending, since nothing can be heard without it. */
function WayBack({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  if (referral.wayBack === undefined || isOver(referral)) {
    return null;
  }
  return (
    <div className={referral.wayBack ? "note good" : "note"} role="note">
      <p className="strong">
        <Mark tone={referral.wayBack ? "there" : "waiting"}>{t(referral.wayBack ? "wayBack.yes" : "wayBack.no")}</Mark>
      </p>
      <p>{t(referral.wayBack ? "wayBack.yesHelp" : referral.allowed.includes("sending") ? "wayBack.noHelp" : "wayBack.noHelpSent")}</p>
      {!referral.wayBack && referral.clientId && (
        <Link to={consentFor(referral)} className="button">
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
    </div>
  );
}

function Cancel({ seen }: { seen: Versioned<Referral> }) {
  const { t } = useTranslation();
  const form = useWritten(`cancel ${seen.value.id}`, { reason: "" });
  const { submit, busy, problem } = useSending<Referral>(form);
  const { reason } = form.written;
  const reasons = reasonsFor("cancelled", "requester");
  return (
    <details className="section card" open={form.begun}>
      <summary>{t("cancel.heading")}</summary>
      <Form
        label={t("cancel.heading")}
        send={t("cancel.send")}
        busy={busy}
        problem={problem}
        quiet
        onSend={() => void submit({ to: `/api/referrals/${seen.value.id}/cancellation`, body: reason === "" ? {} : { reason }, etag: seen.etag })}
      >
        <SelectField
          label={t("answer.reason")}
          pointer="/reason"
          value={reason}
          onChange={(reason) => form.write({ reason })}
          choices={[["", t("consent.choose")], ...reasons.map((code) => [code, t(`reason.${code}`)] as const)]}
        />
      </Form>
    </details>
  );
}

/** What was prepared and not sent: nobody else ever hears of it. */
function TakeBack({ seen }: { seen: Versioned<Referral> }) {
  const { t } = useTranslation();
  const goOn = useGoOn();
  const { submit, busy, problem } = useSending<Referral>();

  async function takeBack() {
    if (await submit({ to: `/api/referrals/${seen.value.id}/correction`, body: {}, etag: seen.etag })) {
      goOn(`/clients/${seen.value.clientId ?? ""}`);
    }
  }

  return (
    <details className="section card">
      <summary>{t("takeBackDraft.heading")}</summary>
      <p>{t("takeBackDraft.help")}</p>
      <Form label={t("takeBackDraft.heading")} send={t("takeBackDraft.send")} busy={busy} problem={problem} quiet onSend={() => void takeBack()} />
    </details>
  );
}
