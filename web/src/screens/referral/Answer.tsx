import { useTranslation } from "react-i18next";
import type { Versioned } from "../../api/http";
import { Refused, isWithheld } from "../../api/problem";
import { useDisclosure, useSending } from "../../api/queries";
import type { Referral } from "../../api/types";
import { Form } from "../../parts/Form";
import { RadioField, SelectField, TextField } from "../../parts/fields";
import { NextStep, Section } from "../../parts/Page";
import { useWritten } from "../../parts/written";
import { ends, inOrder, reasonsFor, takesTime } from "./steps";

/** The receiving side's answer. Of somebody of whom nothing may be known any more it can only be that nothing comes of it. */
export function Answer({ seen }: { seen: Versioned<Referral> }) {
  const { t } = useTranslation();
  const disclosure = useDisclosure(seen.value.disclosureId);
  const withheld = disclosure.error instanceof Refused && isWithheld(disclosure.error.problem);
  const steps = inOrder(seen.value.allowed).filter((step) => !withheld || ends(step));
  if (steps.length === 0) {
    return (
      <Section heading={t("answer.over")} tone="calm">
        <p>{t("answer.overHelp")}</p>
      </Section>
    );
  }
  return (
    <NextStep heading={t("answer.heading")}>
      <Answering seen={seen} steps={steps} />
    </NextStep>
  );
}

/** Nothing is chosen beforehand: what stands there is sent by a hurried hand, and a wrong word about a person goes on. */
function Answering({ seen, steps }: { seen: Versioned<Referral>; steps: readonly string[] }) {
  const { t } = useTranslation();
  const form = useWritten<{ chosen?: string; reason: string; intakeAt: string }>(`answer ${seen.value.id}`, { reason: "", intakeAt: "" });
  const { submit, busy, problem } = useSending<Referral>(form);
  const { chosen, reason, intakeAt } = form.written;
  // What somebody else has answered meanwhile may leave no room for it.
  const step = chosen !== undefined && steps.includes(chosen) ? chosen : undefined;
  const reasons = reasonsFor(step ?? "", "receiver");

  async function answer() {
    const at = new Date(intakeAt);
    const body = {
      step,
      ...(reasons.length > 0 && reason !== "" ? { reason } : {}),
      ...(step !== undefined && takesTime(step) && !Number.isNaN(at.getTime()) ? { intakeAt: at.toISOString() } : {}),
    };
    await submit({ to: `/api/referrals/${seen.value.id}/answers`, body, etag: seen.etag });
  }

  return (
    <Form label={t("answer.heading")} send={t("answer.send")} busy={busy} problem={problem} onSend={() => void answer()}>
      <RadioField label={t("answer.which")} pointer="/step" value={step} onChange={(chosen) => form.write({ chosen })} choices={steps.map((code) => [code, t(`step.${code}.label`), t(`step.${code}.hint`)])} />
      {step !== undefined && takesTime(step) && (
        <TextField label={t("answer.intakeAt")} hint={step === "accepted" ? t("answer.intakeAtHint") : undefined} type="datetime-local" pointer="/intakeAt" optional={step === "accepted"} value={intakeAt} onChange={(intakeAt) => form.write({ intakeAt })} />
      )}
      {reasons.length > 0 && (
        <SelectField
          label={t("answer.reason")}
          pointer="/reason"
          value={reason}
          onChange={(reason) => form.write({ reason })}
          choices={[["", t("consent.choose")], ...reasons.map((code) => [code, t(`reason.${code}`)] as const)]}
        />
      )}
    </Form>
  );
}
