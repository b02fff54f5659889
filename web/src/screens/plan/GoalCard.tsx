import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actNow } from "../../api/act";
import { useSending } from "../../api/queries";
import type { Goal, Milestone, Plan } from "../../api/types";
import { ActFields } from "../../parts/ActFields";
import { Form } from "../../parts/Form";
import { Tick, WordsField } from "../../parts/fields";
import { NextStep } from "../../parts/Page";
import { Mark, Quote, When } from "../../parts/words";

interface Props {
  plan: Plan;
  goal: Goal;
  milestones: readonly Milestone[];
  name: string;
}

/** A goal, and by what the client will know that they are getting there. */
export function GoalCard({ plan, goal, milestones, name }: Props) {
  const { t } = useTranslation();
  return (
    <section className="section card" aria-label={t("goal.label")}>
      <Quote by={t(`goalCategory.${goal.category}`)}>{goal.words}</Quote>
      {goal.status === "proposed" && <Accept plan={plan} goal={goal} name={name} />}
      {milestones.length > 0 && (
        <ul className="lines" aria-label={t("milestone.list")}>
          {milestones.map((milestone) => (
            <MilestoneLine key={milestone.id} milestone={milestone} name={name} />
          ))}
        </ul>
      )}
      {goal.status === "accepted" && (
        <details key={milestones.length}>
          <summary>{t("milestone.new")}</summary>
          <NewMilestone plan={plan} goal={goal} name={name} />
        </details>
      )}
    </section>
  );
}

function Accept({ plan, goal, name }: Omit<Props, "milestones">) {
  const { t } = useTranslation();
  const { submit, busy, problem } = useSending<Goal>();
  const [act, setAct] = useState(actNow());
  return (
    <details>
      <summary>{t("goal.accept", { name })}</summary>
      <Form label={t("goal.accept", { name })} send={t("goal.acceptSend")} busy={busy} problem={problem} onSend={() => void submit({ to: `/api/plans/${plan.id}/goals/${goal.id}/acceptance`, body: {}, act })}>
        <ActFields entry={act} onChange={setAct} />
      </Form>
    </details>
  );
}

function NewMilestone({ plan, goal, name }: Omit<Props, "milestones">) {
  const { t } = useTranslation();
  const { submit, busy, problem } = useSending<Milestone>();
  const [words, setWords] = useState("");
  const [onAttended, setOnAttended] = useState(false);

  async function state() {
    const body = { planId: plan.id, goalId: goal.id, words, ...(onAttended ? { on: { referralBusinessStatus: "attended" } } : {}) };
    if (await submit({ to: "/api/milestones", body })) {
      setWords("");
      setOnAttended(false);
    }
  }

  return (
    <Form label={t("milestone.new")} send={t("milestone.send")} busy={busy} problem={problem} onSend={() => void state()}>
      <WordsField label={t("milestone.words", { name })} hint={t("milestone.wordsHint")} pointer="/words" words value={words} onChange={setWords} />
      <Tick label={t("milestone.onAttended")} hint={t("milestone.onAttendedHint", { name })} pointer="/on" checked={onAttended} onChange={setOnAttended} />
    </Form>
  );
}

function MilestoneLine({ milestone, name }: { milestone: Milestone; name: string }) {
  const { t } = useTranslation();
  const { submit, busy, problem } = useSending<Milestone>();
  const [act, setAct] = useState(actNow());
  const marking = (
    <Form label={t("milestone.mark", { name })} send={t("milestone.markSend")} busy={busy} problem={problem} onSend={() => void submit({ to: `/api/milestones/${milestone.id}/marking`, body: {}, act })}>
      <ActFields entry={act} onChange={setAct} />
    </Form>
  );
  return (
    <li className="milestone">
      <p className="row">
        <span className="said">{milestone.words}</span>
        <Mark tone={milestone.status === "marked" ? "there" : milestone.status === "proposed" ? "new" : "ended"}>{t(`milestoneStatus.${milestone.status}`)}</Mark>
      </p>
      {milestone.marking && (
        <p className="hint">
          {t("milestone.marked", { name })} <When at={milestone.marking.at} />
        </p>
      )}
      {milestone.status === "proposed" && (
        <NextStep heading={t("milestone.proposed", { name })}>
          <p>{t("milestone.proposedHelp", { name })}</p>
          {marking}
        </NextStep>
      )}
      {milestone.status === "open" && (
        <details>
          <summary>{t("milestone.mark", { name })}</summary>
          {marking}
        </details>
      )}
    </li>
  );
}
