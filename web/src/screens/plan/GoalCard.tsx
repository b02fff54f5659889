import { useTranslation } from "react-i18next";
import { actNow } from "../../api/act";
import { useSending } from "../../api/queries";
import type { Goal, Milestone, Plan } from "../../api/types";
import { ActFields } from "../../parts/ActFields";
import { Form } from "../../parts/Form";
import { Tick, WordsField } from "../../parts/fields";
import { NextStep } from "../../parts/Page";
import { Mark, Quote, When } from "../../parts/words";
import { useWritten } from "../../parts/written";

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
        <NewMilestone key={milestones.length} plan={plan} goal={goal} name={name} />
      )}
    </section>
  );
}

function Accept({ plan, goal, name }: Omit<Props, "milestones">) {
  const { t } = useTranslation();
  const form = useWritten(`accept ${goal.id}`, actNow());
  const { submit, busy, problem } = useSending<Goal>(form);
  return (
    <details open={form.begun}>
      <summary>{t("goal.accept", { name })}</summary>
      <Form label={t("goal.accept", { name })} send={t("goal.acceptSend")} busy={busy} problem={problem} onSend={() => void submit({ to: `/api/plans/${plan.id}/goals/${goal.id}/acceptance`, body: {}, act: form.written })}>
        <ActFields entry={form.written} onChange={form.write} />
      </Form>
    </details>
  );
}

function NewMilestone({ plan, goal, name }: Omit<Props, "milestones">) {
  const { t } = useTranslation();
  const form = useWritten(`milestone ${goal.id}`, { words: "", onAttended: false });
  const { submit, busy, problem } = useSending<Milestone>(form);
  const { words, onAttended } = form.written;

  const body = { planId: plan.id, goalId: goal.id, words, ...(onAttended ? { on: { referralBusinessStatus: "attended" } } : {}) };
  return (
    <details open={form.begun}>
      <summary>{t("milestone.new")}</summary>
      <Form label={t("milestone.new")} send={t("milestone.send")} busy={busy} problem={problem} onSend={() => void submit({ to: "/api/milestones", body })}>
        <WordsField label={t("milestone.words", { name })} hint={t("milestone.wordsHint")} pointer="/words" words value={words} onChange={(words) => form.write({ words })} />
        <Tick label={t("milestone.onAttended")} hint={t("milestone.onAttendedHint", { name })} pointer="/on" checked={onAttended} onChange={(onAttended) => form.write({ onAttended })} />
      </Form>
    </details>
  );
}

function MilestoneLine({ milestone, name }: { milestone: Milestone; name: string }) {
  const { t } = useTranslation();
  const form = useWritten(`mark ${milestone.id}`, actNow());
  const { submit, busy, problem } = useSending<Milestone>(form);
  const marking = (
    <Form label={t("milestone.mark", { name })} send={t("milestone.markSend")} busy={busy} problem={problem} onSend={() => void submit({ to: `/api/milestones/${milestone.id}/marking`, body: {}, act: form.written })}>
      <ActFields entry={form.written} onChange={form.write} />
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
        <details open={form.begun}>
          <summary>{t("milestone.mark", { name })}</summary>
          {marking}
        </details>
      )}
    </li>
  );
}
