import { useTranslation } from "react-i18next";
import { actNow } from "../../api/act";
import { useSending } from "../../api/queries";
import type { Plan } from "../../api/types";
import { ActFields } from "../../parts/ActFields";
import { Form } from "../../parts/Form";
import { NextStep } from "../../parts/Page";
import { useWritten } from "../../parts/written";

/** The client puts the plan into force. */
export function Activate({ plan, name }: { plan: Plan; name: string }) {
  const { t } = useTranslation();
  const form = useWritten(`activate ${plan.id}`, actNow());
  const { submit, busy, problem } = useSending<Plan>(form);
  return (
    <NextStep heading={t("activate.heading", { name })}>
      <p>{t("activate.help")}</p>
      <Form
        label={t("activate.heading", { name })}
        send={t("activate.send")}
        busy={busy}
        problem={problem}
        // A plan's ETag is its version: the list of plans gives none of its own.
        onSend={() => void submit({ to: `/api/plans/${plan.id}/activation`, body: {}, act: form.written, etag: `"${plan.version}"` })}
      >
        <ActFields entry={form.written} onChange={form.write} />
      </Form>
    </NextStep>
  );
}
