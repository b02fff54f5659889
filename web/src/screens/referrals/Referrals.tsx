import { useTranslation } from "react-i18next";
import { useReferrals } from "../../api/queries";
import { useClientNames } from "../../parts/clientNames";
import { Cut } from "../../parts/Cut";
import { Loaded } from "../../parts/Loaded";
import { isIntake, seesClients, seesReferrals, useSignedIn } from "../../parts/me";
import { NotHere } from "../../parts/NotHere";
import { Page } from "../../parts/Page";
import { ReferralLine } from "../../parts/ReferralLine";
import { isTakenBack, newestFirst } from "../../parts/referralWords";
import { Link, useAddress } from "../../route/router";

/** Referrals that we sent and that were sent to us; for whoever works with none there is nothing here. */
export function Referrals() {
  return seesReferrals(useSignedIn()) ? <OurReferrals /> : <NotHere />;
}

/** They move by themselves. */
function OurReferrals() {
  const { t } = useTranslation();
  const asked = useAddress().searchParams.get("direction");
  const me = useSignedIn();
  const sides = (["out", "in"] as const).filter((side) => (side === "out" ? seesClients(me) : isIntake(me)));
  const direction = sides.find((side) => side === asked) ?? sides[0] ?? "in";
  const referrals = useReferrals(direction);
  const names = useClientNames();
  return (
    <Page kind={t("referrals.heading")} heading={t("referrals.heading")} lead={sides.length < 2 && t(`referrals.${direction}`)}>
      {sides.length > 1 && (
        <nav className="tabs" aria-label={t("referrals.which")}>
          {sides.map((side) => (
            <Link key={side} to={`/referrals?direction=${side}`} aria-current={side === direction ? "page" : undefined}>
              {t(`referrals.${side}`)}
            </Link>
          ))}
        </nav>
      )}
      <Loaded query={referrals}>
        {(sent) => {
          const shown = newestFirst(sent.items).filter((referral) => !isTakenBack(referral));
          return shown.length === 0 ? (
            <p className="empty">{t(`referrals.none.${direction}`)}</p>
          ) : (
            <>
              <ul className="lines" aria-label={t(`referrals.${direction}`)}>
                {shown.map((referral) => (
                  <ReferralLine key={referral.id} referral={referral} name={names.get(referral.clientId ?? "")} />
                ))}
              </ul>
              <Cut list={sent} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
