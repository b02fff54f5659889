import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../api/queries";
import type { Goal, GoalCategory, Plan } from "../../api/types";
import { Form } from "../../parts/Form";
import { RadioField, SelectField, WordsField } from "../../parts/fields";
import { useWritten } from "../../parts/written";

const categories: readonly GoalCategory[] = [
  "support-groups",
  "individual-therapy",
  "basic-health-care-maintenance",
  "stable-housing",
  "family-life",
  "personal-relationships",
  "community-connections",
  "education-goals",
  "vocational-development",
  "job-seeking-and-employment",
  "monitoring-timetable",
  "re-engagement-plan",
];

interface Stating {
  words: string;
  category: GoalCategory | "";
  statedBy: Goal["statedBy"];
}

interface Props {
  clientId: string;
  plan: Plan | undefined;
  name: string;
  /** Whether there are goals already: then it is folded until somebody wants to write. */
  another: boolean;
}

/** Writes a goal down as the client says it; the first one begins the plan. */
export function NewGoal({ clientId, plan, name, another }: Props) {
  const { t } = useTranslation();
  const beginning = useSending<Plan>();
  const form = useWritten<Stating>(`goal ${clientId}`, { words: "", category: "", statedBy: "client" });
  const { submit, busy, problem } = useSending<Goal>(form);
  const [begun, setBegun] = useState<string>();
  const { words, category, statedBy } = form.written;

  async function state() {
    const planId = plan?.id ?? begun ?? (await beginning.submit({ to: "/api/plans", body: { clientId } }))?.value.id;
    setBegun(planId);
    if (planId === undefined) {
      return;
    }
    const body = { words, ...(category === "" ? {} : { category }), statedBy };
    await submit({ to: `/api/plans/${planId}/goals`, body });
  }

  const stating = (
    <Form label={t("goal.new")} send={t("goal.send")} busy={busy || beginning.busy} problem={problem ?? beginning.problem} onSend={() => void state()}>
      <WordsField label={t("goal.words", { name })} hint={t("goal.wordsHint")} pointer="/words" words value={words} onChange={(words) => form.write({ words })} />
      <SelectField
        label={t("goal.category")}
        pointer="/category"
        value={category}
        onChange={(category) => form.write({ category })}
        choices={[["", t("consent.choose")], ...categories.map((code) => [code, t(`goalCategory.${code}`)] as const)]}
      />
      <RadioField
        label={t("goal.statedBy")}
        pointer="/statedBy"
        value={statedBy}
        onChange={(statedBy) => form.write({ statedBy })}
        choices={[
          ["client", t("goal.statedByClient", { name })],
          ["prs-proposal", t("goal.statedByPrs")],
        ]}
      />
    </Form>
  );
  return another ? (
    <details className="section card" open={form.begun}>
      <summary>{t("goal.another")}</summary>
      {stating}
    </details>
  ) : (
    stating
  );
}
