import { useTranslation } from "react-i18next";
import type { Referral } from "../api/types";
import { Link } from "../route/router";
import { awaitsIntake, standing, tone } from "./referralWords";
import { agencyName } from "./me";
import { Mark, When } from "./words";

interface Props {
  referral: Referral;
  /** What to call the client; only the requester's side knows from here. */
  name?: string | undefined;
}

/** A referral in a list. */
export function ReferralLine({ referral, name }: Props) {
  const { t } = useTranslation();
  const last = referral.history.at(-1)?.at;
  const incoming = referral.direction === "in";
  return (
    <li>
      <Link to={`/referrals/${referral.id}`} className="line-item">
        <span className="line-main">
          <span className="strong">{name ?? referral.service.name ?? t("referral.kind")}</span>
          <span className="hint">
            {incoming ? t("referral.from", { agency: agencyName(referral.requester) }) : name === undefined ? referral.service.organization : t("referral.to", { place: referral.service.organization })}
            {last && (
              <>
                {" · "}
                <When at={last} brief />
              </>
            )}
          </span>
          {awaitsIntake(referral) && (
            <span>
              {t("referral.intake")}: <When at={referral.intakeAt} brief />
            </span>
          )}
        </span>
        {referral.urgency === "urgent" && <Mark tone="waiting">{t("urgency.urgent")}</Mark>}
        <Mark tone={tone(referral)}>{standing(referral, t)}</Mark>
      </Link>
    </li>
  );
}
