import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Versioned } from "../../api/http";
import { useReferral } from "../../api/queries";
import type { Referral } from "../../api/types";
import { useClientNames } from "../../parts/clientNames";
import { Loaded } from "../../parts/Loaded";
import { agencyName } from "../../parts/me";
import { Page } from "../../parts/Page";
import { awaitsIntake, standing, tone } from "../../parts/referralWords";
import { Mark, When } from "../../parts/words";
import { useSeen } from "../home/News";
import { Answer } from "./Answer";
import { Disclosed } from "./Disclosed";
import { History } from "./History";
import { Sender } from "./Sender";

/** One referral: where it stands, what can be done now, and how it went so far. */
export function ReferralScreen({ id }: { id: string }) {
  const { t } = useTranslation();
  const referral = useReferral(id);
  useSeen(id, referral);
  return (
    <Page kind={t("referral.kind")} heading={referral.data?.value.service.name ?? t("referral.kind")} back={whereFrom(referral.data?.value, t)}>
      <Loaded query={referral}>{(seen) => <Seen seen={seen} />}</Loaded>
    </Page>
  );
}

/** Whoever sends one comes from the client, whoever receives one from the list. */
function whereFrom(referral: Referral | undefined, t: TFunction): readonly [string, string] {
  return referral?.clientId === undefined ? ["/referrals", t("nav.referrals")] : [`/clients/${referral.clientId}`, t("client.kind")];
}

function Seen({ seen }: { seen: Versioned<Referral> }) {
  const { t } = useTranslation();
  const referral = seen.value;
  const incoming = referral.direction === "in";
  const name = useClientNames().get(referral.clientId ?? "");
  return (
    <>
      <p className="row">
        <Mark tone={tone(referral)}>{standing(referral, t)}</Mark>
        {referral.urgency === "urgent" && <Mark tone="waiting">{t("urgency.urgent")}</Mark>}
        <span className="hint">
          {incoming ? t("referral.from", { agency: agencyName(referral.requester) }) : t("referral.forAt", { name: name ?? t("referral.client"), agency: referral.service.organization })}
        </span>
      </p>
      {awaitsIntake(referral) && (
        <p className="appointment">
          {t("referral.intake")}: <When at={referral.intakeAt} brief />
        </p>
      )}
      <div className="sides">
        <div className="side">
          {incoming && referral.disclosureId && <Disclosed id={referral.disclosureId} heading={t("disclosure.heading")} withheld={t("disclosure.withheld")} />}
          {!incoming && <Sender seen={seen} />}
        </div>
        <div className="side">
          {incoming && <Answer seen={seen} />}
          {referral.history.length > 0 && <History entries={referral.history} us={incoming ? "receiver" : "requester"} />}
        </div>
      </div>
    </>
  );
}
