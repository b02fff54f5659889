import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLine } from "./api/live";
import type { Me } from "./api/types";
import { useForgotten, useInSight } from "./api/watched";
import { Forgotten } from "./parts/Forgotten";
import { getsNews, MeContext } from "./parts/me";
import { NotHere } from "./parts/NotHere";
import { Shell } from "./parts/Shell";
import { SignInAgain } from "./parts/SignInAgain";
import { type Writings, WritingsContext } from "./parts/written";
import { type Route, matches, screenFor, useAddress } from "./route/router";
import { ClientScreen } from "./screens/client/ClientScreen";
import { Clients } from "./screens/clients/Clients";
import { ConsentScreen } from "./screens/consent/ConsentScreen";
import { DrawUpConsent } from "./screens/consent/DrawUpConsent";
import { Enrolment } from "./screens/enrolment/Enrolment";
import { Home } from "./screens/home/Home";
import { OptionSetScreen } from "./screens/options/OptionSetScreen";
import { PresentOptions } from "./screens/options/PresentOptions";
import { PlanScreen } from "./screens/plan/PlanScreen";
import { ReferralScreen } from "./screens/referral/ReferralScreen";
import { Referrals } from "./screens/referrals/Referrals";
import { Register } from "./screens/register/Register";

// Addresses hold ids and nothing else.
const routes: readonly Route[] = [
  ["/", () => <Home />],
  ["/clients", () => <Clients />],
  ["/clients/new", () => <Register />],
  ["/clients/:id", ({ id = "" }) => <ClientScreen key={id} id={id} />],
  ["/clients/:id/enrolment", ({ id = "" }) => <Enrolment key={id} clientId={id} />],
  ["/clients/:id/consents/new", ({ id = "" }) => <DrawUpConsent key={id} clientId={id} />],
  ["/clients/:id/options", ({ id = "" }) => <PresentOptions key={id} clientId={id} />],
  ["/clients/:id/plan", ({ id = "" }) => <PlanScreen key={id} clientId={id} />],
  ["/consents/:id", ({ id = "" }) => <ConsentScreen key={id} id={id} />],
  ["/option-sets/:id", ({ id = "" }) => <OptionSetScreen key={id} id={id} />],
  ["/referrals", () => <Referrals />],
  ["/referrals/:id", ({ id = "" }) => <ReferralScreen key={id} id={id} />],
];

/** Whether the app has a screen at that path. */
export function leadsSomewhere(path: string): boolean {
  return routes.some(([pattern]) => matches(pattern, path) !== undefined);
}

/** The work of somebody who is signed in. */
export function SignedIn({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [forgotten, found] = useForgotten();
  const inSight = useInSight();
  const line = useLine(useQueryClient(), getsNews(me), inSight && !forgotten);
  const address = useAddress();
  const [writings] = useState<Writings>(() => new Map());
  return (
    <MeContext value={me}>
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <Shell line={line} path={address.pathname}>
        <WritingsContext value={writings}>{screenFor(routes, address.pathname) ?? <NotHere />}</WritingsContext>
      </Shell>
      {forgotten && <Forgotten found={found} />}
      <SignInAgain />
    </MeContext>
  );
}
