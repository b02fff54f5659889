import { useTranslation } from "react-i18next";
import { actNow } from "../../api/act";
import type { Versioned } from "../../api/http";
import { useConsent, useSending } from "../../api/queries";
import type { Consent } from "../../api/types";
import { ActFields } from "../../parts/ActFields";
import { Form } from "../../parts/Form";
import { Loaded } from "../../parts/Loaded";
import { Page } from "../../parts/Page";
import { ConsentMark, NoLongerTold, When } from "../../parts/words";
import { useWritten } from "../../parts/written";
import { Link, useGoOn } from "../../route/router";
import { useSeen } from "../home/News";
import { ConsentPaper } from "./ConsentPaper";
import { SignConsent } from "./SignConsent";

/** One consent, and the two things that its client can do with it: sign it, take it back. */
export function ConsentScreen({ id }: { id: string }) {
  const { t } = useTranslation();
  const consent = useConsent(id);
  useSeen(id, consent);
  return (
    <Page kind={t("consent.kind")} heading={t("consent.kind")} back={consent.data && [`/clients/${consent.data.value.clientId}`, t("client.kind")]}>
      <Loaded query={consent}>{(seen) => <Read seen={seen} />}</Loaded>
    </Page>
  );
}

function Read({ seen }: { seen: Versioned<Consent> }) {
  const { t } = useTranslation();
  const goOn = useGoOn();
  const consent = seen.value;
  return (
    <>
      <p>
        <ConsentMark status={consent.status} />
        {consent.signature && (
          <>
            {" "}
            {t("consent.signedOn")} <When at={consent.signature.at} />
          </>
        )}
      </p>
      {consent.barred && (
        <p>
          <NoLongerTold barred={consent.barred} />
        </p>
      )}
      <ConsentPaper consent={consent}>
        {(read) =>
          consent.status === "draft" && (
            <>
              <Link to={`/clients/${consent.clientId}/consents/new?draft=${consent.id}`} className={consent.lacking ? "button primary" : "button"}>
                {t("consent.change")}
              </Link>
              {consent.lacking === undefined && <SignConsent consent={seen} read={read} onSigned={() => goOn(`/clients/${consent.clientId}`)} />}
            </>
          )
        }
      </ConsentPaper>
      {consent.status === "active" && consent.expires.event !== undefined && <Happened consent={consent} event={consent.expires.event} />}
      {consent.status === "active" && <TakeBack consent={consent} />}
    </>
  );
}

/** What the consent waits for has happened: it ends. */
function Happened({ consent, event }: { consent: Consent; event: string }) {
  const { t } = useTranslation();
  const form = useWritten(`happened ${consent.id}`, actNow());
  const { submit, busy, problem } = useSending<Consent>(form);
  return (
    <details className="section card" open={form.begun}>
      <summary>{t("happened.heading")}</summary>
      <p>{t("happened.help", { event })}</p>
      <Form
        label={t("happened.heading")}
        send={t("happened.send")}
        busy={busy}
        problem={problem}
        quiet
        onSend={() => void submit({ to: `/api/consents/${consent.id}/events`, body: { event }, act: form.written })}
      >
        <ActFields entry={form.written} onChange={form.write} wordless />
      </Form>
    </details>
  );
}

function TakeBack({ consent }: { consent: Consent }) {
  const { t } = useTranslation();
  const form = useWritten(`take back ${consent.id}`, actNow());
  const { submit, busy, problem } = useSending<Consent>(form);
  return (
    <details className="section card" open={form.begun}>
      <summary>{t("takeBack.heading")}</summary>
      <p>{t("takeBack.help")}</p>
      <Form
        label={t("takeBack.heading")}
        send={t("takeBack.send")}
        busy={busy}
        problem={problem}
        quiet
        onSend={() => void submit({ to: `/api/consents/${consent.id}/revocation`, body: {}, act: form.written })}
      >
        <ActFields entry={form.written} onChange={form.write} />
      </Form>
    </details>
  );
}
