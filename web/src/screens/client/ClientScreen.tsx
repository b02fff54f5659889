import { useTranslation } from "react-i18next";
import { useClient, useConsents, useMilestones, usePlans, usePreview, useReferrals } from "../../api/queries";
import type { Client, Consent, Referral } from "../../api/types";
import { Cut } from "../../parts/Cut";
import { Loaded } from "../../parts/Loaded";
import { StandsFor } from "../../parts/Merged";
import { seesClients, useSignedIn } from "../../parts/me";
import { NextStep, Page, Section } from "../../parts/Page";
import { ReferralLine } from "../../parts/ReferralLine";
import { isTakenBack, newestFirst } from "../../parts/referralWords";
import { ConsentMark, Facts, NoLongerTold, Phone, Quote, When } from "../../parts/words";
import { Link } from "../../route/router";
import { useSeen } from "../home/News";
import { ConsentFirst } from "../referral/ConsentFirst";
import { Ledger } from "./Ledger";
import { type Step, nextStepFor } from "./nextStep";

/** One person's page: their words, what to do next together, and what was agreed. */
export function ClientScreen({ id }: { id: string }) {
  const { t } = useTranslation();
  const client = useClient(id);
  useSeen(id, client);
  const from = seesClients(useSignedIn()) ? (["/clients", t("nav.clients")] as const) : (["/", t("nav.home")] as const);
  return (
    <Page kind={t("client.kind")} heading={client.data?.value.nameToUse ?? t("client.kind")} lead={client.data?.value.pronouns} back={from}>
      <Loaded query={client}>{({ value }) => <Together client={value} />}</Loaded>
    </Page>
  );
}

function Together({ client }: { client: Client }) {
  const { t } = useTranslation();
  const sent = useReferrals("out", { clientId: client.id });
  const plans = usePlans(client.id);
  const referrals = newestFirst(sent.data?.items ?? []).filter((referral) => !isTakenBack(referral));
  const plan = plans.data?.items[0];
  const reached = useMilestones(plan?.id);
  const here = `/clients/${client.id}`;
  // What comes next is said only when all of it is known: half of it would suggest something else.
  const known = plans.data && sent.data && (plan === undefined || reached.data);
  const step = known ? nextStepFor(client, referrals, plan, reached.data?.items ?? []) : undefined;
  const also = [
    [`${here}/plan`, t("client.plan")],
    [`${here}/consents/new`, t("client.newConsent")],
    [`${here}/options`, t("client.options")],
  ] as const;
  const allowed = (["call", "leaveMessage", "text", "sendEmail"] as const).filter((way) => client.contact[way]);
  return (
    <>
      {plan?.goals.slice(0, 2).map((goal) => (
        <Quote key={goal.id} by={t(`goalCategory.${goal.category}`)}>
          {goal.words}
        </Quote>
      ))}
      {client.merged ? (
        <StandsFor client={client} />
      ) : step ? (
        <Suggested client={client} step={step} />
      ) : (
        <Loaded query={plans}>{() => <Loaded query={sent}>{() => <Loaded query={reached}>{() => null}</Loaded>}</Loaded>}</Loaded>
      )}
      {client.status === "active" && !client.merged && (
        <nav className="row" aria-label={t("client.also")}>
          {also
            .filter(([to]) => to !== step?.to)
            .map(([to, label]) => (
              <Link key={to} to={to} className="button">
                {label}
              </Link>
            ))}
        </nav>
      )}
      {referrals.length > 0 && (
        <Section heading={t("client.referrals")}>
          <ul className="lines">
            {referrals.map((referral) => (
              <ReferralLine key={referral.id} referral={referral} />
            ))}
          </ul>
          <Cut list={sent.data} />
        </Section>
      )}
      <Consents clientId={client.id} />
      <Ledger clientId={client.id} />
      <Section heading={t("client.contact")}>
        <Facts
          facts={[
            [t("contact.phone"), client.contact.phone && <Phone number={client.contact.phone} mayCall={client.contact.call === true} />],
            [t("contact.email"), client.contact.email],
            [t("contact.allowed"), allowed.map((way) => t(`contact.way.${way}`)).join(", ") || t("contact.noneAllowed")],
            [t("contact.times"), client.contact.times],
          ]}
        />
      </Section>
    </>
  );
}

/** What was agreed, or was not; that it could not be read is said. */
function Consents({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const consents = useConsents(clientId);
  const shown = consents.data && worthShowing(consents.data.items);
  return (
    shown?.length !== 0 && (
      <Section heading={t("client.consents")}>
        <Loaded query={consents}>
          {() => (
            <ul className="lines">
              {shown?.map((consent) => (
                <li key={consent.id}>
                  <Link to={`/consents/${consent.id}`} className="line-item">
                    <span className="line-main">
                      <span className="strong">{consent.description === "" ? t("consent.kind") : consent.description}</span>
                      {consent.signature && (
                        <span className="hint">
                          {t("consent.signedOn")} <When at={consent.signature.at} day />
                        </span>
                      )}
                      <NoLongerTold barred={consent.barred} />
                    </span>
                    <ConsentMark status={consent.status} />
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
    )
  );
}

/** What was tried before a signature is of no interest once there is one; what was drawn up since waits for the next. */
function worthShowing(consents: readonly Consent[]): readonly Consent[] {
  const signed = Math.max(0, ...consents.map(({ signature }) => (signature ? Date.parse(signature.at) : 0)));
  return consents.filter((consent) => consent.signature !== undefined || consent.status === "refused" || (consent.status === "draft" && Date.parse(consent.draftedAt) > signed));
}

/** What is to be sent is ready only if the door would let it out. */
function Suggested({ client, step }: { client: Client; step: Step }) {
  return step.referral ? <Sending client={client} step={step} referral={step.referral} /> : <Next client={client} step={step} />;
}

function Sending({ client, step, referral }: { client: Client; step: Step; referral: Referral }) {
  return <Loaded query={usePreview(referral)}>{({ outcome, code }) => (outcome === "denied" ? <ConsentFirst referral={referral} code={code} /> : <Next client={client} step={step} />)}</Loaded>;
}

function Next({ client, step }: { client: Client; step: Step }) {
  const { t } = useTranslation();
  return (
    <NextStep heading={t(`nextStep.${step.code}.heading`, { name: client.nameToUse })}>
      <p>{t(`nextStep.${step.code}.help`, { name: client.nameToUse })}</p>
      <Link to={step.to} className="button primary large">
        {t(`nextStep.${step.code}.action`)}
      </Link>
    </NextStep>
  );
}
