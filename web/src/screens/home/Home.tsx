import { useTranslation } from "react-i18next";
import { useReferrals } from "../../api/queries";
import type { Referral } from "../../api/types";
import { useClientNames } from "../../parts/clientNames";
import { Cut } from "../../parts/Cut";
import { Loaded } from "../../parts/Loaded";
import { agencyName, isIntake, isPeerSpecialist, seesReferrals, useSignedIn } from "../../parts/me";
import { NextStep, Page, Section } from "../../parts/Page";
import { ReferralLine } from "../../parts/ReferralLine";
import { awaitsAnswer, isOver, newestFirst } from "../../parts/referralWords";
import { Link } from "../../route/router";
import { News } from "./News";

/** Who I am here, and what needs me first. */
export function Home() {
  const { t } = useTranslation();
  const me = useSignedIn();
  return (
    <Page kind={t("home.kind")} heading={me.name === undefined ? t("home.hello") : t("home.helloName", { name: me.name })} lead={<WhoAmI />}>
      {!seesReferrals(me) && <p className="empty">{t(me.roles.includes("client") ? "home.nothingForClient" : "home.nothing")}</p>}
      {isIntake(me) && <Arrived />}
      {isPeerSpecialist(me) && <MyWork />}
      <News />
      {isPeerSpecialist(me) && <Open />}
    </Page>
  );
}

function WhoAmI() {
  const { t } = useTranslation();
  const me = useSignedIn();
  const roles = me.roles.map((role) => t(`role.${role}`, { defaultValue: "" })).filter((role) => role !== "");
  return (
    <p>
      {roles.join(", ")} · {agencyName(me.agency)}
    </p>
  );
}

function Arrived() {
  return (
    <Loaded query={useReferrals("in", { status: "requested" })}>
      {(arrived) => (
        <>
          <Waiting waiting={newestFirst(arrived.items.filter(awaitsAnswer))} />
          <Cut list={arrived} />
        </>
      )}
    </Loaded>
  );
}

function Waiting({ waiting }: { waiting: readonly Referral[] }) {
  const { t } = useTranslation();
  const first = waiting[0];
  return (
    <NextStep heading={t("home.waiting", { count: waiting.length })}>
      {first ? (
        <Link to={waiting.length === 1 ? `/referrals/${first.id}` : "/referrals?direction=in"} className="button primary large">
          {t("home.openWaiting", { count: waiting.length })}
        </Link>
      ) : (
        <p>{t("home.noneWaiting")}</p>
      )}
    </NextStep>
  );
}

/** What was held back, and the way to somebody new. */
function MyWork() {
  const { t } = useTranslation();
  const held = newestFirst(useReferrals("out").data?.items ?? []).filter((referral) => referral.attention !== undefined && !isOver(referral));
  return (
    <>
      {held[0] && (
        <NextStep heading={t("home.held", { count: held.length })}>
          <p>{t("home.heldHelp")}</p>
          <Link to={`/referrals/${held[0].id}`} className="button primary large">
            {t("home.openHeld")}
          </Link>
        </NextStep>
      )}
      <Link to="/clients/new" className={held[0] ? "button" : "button primary"}>
        {t("clients.register")}
      </Link>
    </>
  );
}

function Open() {
  const { t } = useTranslation();
  const names = useClientNames();
  return (
    <Loaded query={useReferrals("out")}>
      {({ items }) => {
        const open = newestFirst(items.filter((referral) => !isOver(referral)));
        return (
          open.length > 0 && (
            <Section heading={t("home.open")}>
              <ul className="lines">
                {open.slice(0, 5).map((referral) => (
                  <ReferralLine key={referral.id} referral={referral} name={names.get(referral.clientId ?? "")} />
                ))}
              </ul>
            </Section>
          )
        );
      }}
    </Loaded>
  );
}
