import { useTranslation } from "react-i18next";
import { useConsents } from "../../api/queries";
import type { Referral } from "../../api/types";
import { useClientNames } from "../../parts/clientNames";
import { NextStep } from "../../parts/Page";
import { Link } from "../../route/router";
import { notCovered } from "./notCovered";

interface Props {
  referral: Referral;
  /** Why the door would keep it back. */
  code: string | undefined;
}

/** Sent now, the door would hold it back: the client's consent comes first. */
export function ConsentFirst({ referral, code }: Props) {
  const { t } = useTranslation();
  const name = useClientNames().get(referral.clientId ?? "") ?? t("referral.client");
  const consents = useConsents(referral.clientId ?? "").data?.items ?? [];
  const lacking = code === "consent-category" ? notCovered(referral, consents) : [];
  return (
    <NextStep heading={t("send.consentFirst")}>
      {code !== undefined && code !== "consent-missing" && <p className="strong">{t([`problem.${code}.title`, "problem.consent-missing.title"])}</p>}
      {lacking.length > 0 && <p>{t("send.lacks", { what: lacking.map((category) => t(`category.${category}`)).join("; ") })}</p>}
      <p>{t("send.notCovered", { name, place: referral.service.organization })}</p>
      <Link to={consentFor(referral)} className="button primary large">
        {t(code === "consent-not-active" ? "send.goOnWithConsent" : "send.drawUp")}
      </Link>
    </NextStep>
  );
}

/** Where a consent is drawn up for what a referral needs. */
export function consentFor(referral: Referral): string {
  return `/clients/${referral.clientId ?? ""}/consents/new?referral=${referral.id}`;
}
