import { useTranslation } from "react-i18next";
import { useClient, useMilestones, usePlans, useReferrals } from "../../api/queries";
import type { Plan } from "../../api/types";
import { Cut } from "../../parts/Cut";
import { Loaded } from "../../parts/Loaded";
import { Begins } from "../../parts/Merged";
import { NextStep, Page } from "../../parts/Page";
import { Quote } from "../../parts/words";
import { Link } from "../../route/router";
import { Activate } from "./Activate";
import { GoalCard } from "./GoalCard";
import { NewGoal } from "./NewGoal";

/** The client's own plan, in the client's own words. */
export function PlanScreen({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const client = useClient(clientId);
  const plans = usePlans(clientId);
  const name = client.data?.value.nameToUse ?? "";
  return (
    <Page kind={t("plan.kind")} heading={name === "" ? t("plan.kind") : t("plan.heading", { name })} lead={t("plan.lead")} back={[`/clients/${clientId}`, t("client.kind")]}>
      <Loaded query={plans}>
        {({ items }) =>
          client.data ? (
            <Agreed clientId={clientId} plan={items[0]} name={name} />
          ) : (
            <>
              <Words plan={items[0]} />
              <Loaded query={client}>{() => null}</Loaded>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** Only to be read: acts wait until it is known whose they are. */
function Words({ plan }: { plan: Plan | undefined }) {
  const { t } = useTranslation();
  return plan?.goals.map((goal) => (
    <Quote key={goal.id} by={t(`goalCategory.${goal.category}`)}>
      {goal.words}
    </Quote>
  ));
}

function Agreed({ clientId, plan, name }: { clientId: string; plan: Plan | undefined; name: string }) {
  const reached = useMilestones(plan?.id).data;
  const milestones = reached?.items ?? [];
  const goals = plan?.goals ?? [];
  return (
    <>
      {plan && goals.map((goal) => <GoalCard key={goal.id} plan={plan} goal={goal} milestones={milestones.filter((milestone) => milestone.goalId === goal.id)} name={name} />)}
      <Cut list={reached} />
      <Begins clientId={clientId}>
        {plan?.status === "draft" && goals.some((goal) => goal.status === "accepted") && <Activate plan={plan} name={name} />}
        {plan?.status === "active" && milestones.every((milestone) => milestone.status === "open") && <LookForPlaces clientId={clientId} name={name} />}
        <NewGoal key={goals.length} clientId={clientId} plan={plan} name={name} another={goals.length > 0} />
      </Begins>
    </>
  );
}

/** The way on from a plan: to real places, while none has been asked yet. */
function LookForPlaces({ clientId, name }: { clientId: string; name: string }) {
  const { t } = useTranslation();
  const referrals = useReferrals("out", { clientId }).data?.items;
  return (
    referrals?.length === 0 && (
      <NextStep heading={t("nextStep.options.heading")}>
        <p>{t("nextStep.options.help", { name })}</p>
        <Link to={`/clients/${clientId}/options`} className="button primary large">
          {t("nextStep.options.action")}
        </Link>
      </NextStep>
    )
  );
}
