import { useTranslation } from "react-i18next";
import { useClient, useMilestones, usePlans, useSending } from "../../api/queries";
import type { Plan } from "../../api/types";
import { Form } from "../../parts/Form";
import { Loaded } from "../../parts/Loaded";
import { Page } from "../../parts/Page";
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
    <Page kind={t("plan.kind")} heading={t("plan.heading", { name })} lead={t("plan.lead")} back={[`/clients/${clientId}`, t("client.kind")]}>
      <Loaded query={plans}>{({ items }) => (items[0] ? <Agreed plan={items[0]} name={name} /> : <Begin clientId={clientId} />)}</Loaded>
    </Page>
  );
}

function Begin({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const { submit, busy, problem } = useSending<Plan>();
  return (
    <Form label={t("plan.begin")} send={t("plan.begin")} busy={busy} problem={problem} onSend={() => void submit({ to: "/api/plans", body: { clientId } })}>
      <p>{t("plan.beginHelp")}</p>
    </Form>
  );
}

function Agreed({ plan, name }: { plan: Plan; name: string }) {
  const { t } = useTranslation();
  const milestones = useMilestones(plan.id).data?.items ?? [];
  return (
    <>
      {plan.goals.map((goal) => (
        <GoalCard key={goal.id} plan={plan} goal={goal} milestones={milestones.filter((milestone) => milestone.goalId === goal.id)} name={name} />
      ))}
      {plan.status === "draft" && plan.goals.some((goal) => goal.status === "accepted") && <Activate plan={plan} name={name} />}
      {plan.goals.length === 0 ? (
        <NewGoal planId={plan.id} name={name} />
      ) : (
        <details className="section card" key={plan.goals.length}>
          <summary>{t("goal.another")}</summary>
          <NewGoal planId={plan.id} name={name} />
        </details>
      )}
    </>
  );
}
