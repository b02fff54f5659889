import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Versioned } from "../../api/http";
import { useSending } from "../../api/queries";
import type { Referral } from "../../api/types";
import { Form } from "../../parts/Form";
import { RadioField, SelectField, TextField } from "../../parts/fields";
import { NextStep, Section } from "../../parts/Page";
import { inOrder, reasonsFor, suggested, takesTime } from "./steps";

/** The receiving side's answer. */
export function Answer({ seen }: { seen: Versioned<Referral> }) {
  const { t } = useTranslation();
  const steps = inOrder(seen.value.allowed);
  if (steps.length === 0) {
    return (
      <Section heading={t("answer.over")} tone="calm">
        <p>{t("answer.overHelp")}</p>
      </Section>
    );
  }
  return (
    <NextStep heading={t("answer.heading")}>
      {/* Anew after each step: other answers are possible then. */}
      <Answering key={`${seen.value.status} ${seen.value.businessStatus ?? ""}`} seen={seen} steps={steps} />
    </NextStep>
  );
}

function Answering({ seen, steps }: { seen: Versioned<Referral>; steps: readonly string[] }) {
  const { t } = useTranslation();
  const { submit, busy, problem } = useSending<Referral>();
  const [step, setStep] = useState(suggested(steps));
  const [reason, setReason] = useState("");
  const [intakeAt, setIntakeAt] = useState("");
  const reasons = reasonsFor(step ?? "", "receiver");

  function answer() {
    const at = new Date(intakeAt);
    const body = {
      step,
      ...(reasons.length > 0 && reason !== "" ? { reason } : {}),
      ...(step !== undefined && takesTime(step) && !Number.isNaN(at.getTime()) ? { intakeAt: at.toISOString() } : {}),
    };
    void submit({ to: `/api/referrals/${seen.value.id}/answers`, body, etag: seen.etag });
  }

  return (
    <Form label={t("answer.heading")} send={t("answer.send")} busy={busy} problem={problem} onSend={answer}>
      <RadioField label={t("answer.which")} pointer="/step" value={step} onChange={setStep} choices={steps.map((code) => [code, t(`step.${code}.label`), t(`step.${code}.hint`)])} />
      {step !== undefined && takesTime(step) && (
        <TextField label={t("answer.intakeAt")} hint={step === "accepted" ? t("answer.intakeAtHint") : undefined} type="datetime-local" pointer="/intakeAt" optional={step === "accepted"} value={intakeAt} onChange={setIntakeAt} />
      )}
      {reasons.length > 0 && (
        <SelectField
          label={t("answer.reason")}
          pointer="/reason"
          value={reason}
          onChange={setReason}
          choices={[["", t("consent.choose")], ...reasons.map((code) => [code, t(`reason.${code}`)] as const)]}
        />
      )}
    </Form>
  );
}
