import { useTranslation } from "react-i18next";
import { type ActEntry, actNow } from "../../api/act";
import { useClient, useSending } from "../../api/queries";
import type { Client } from "../../api/types";
import type { Versioned } from "../../api/http";
import { ActFields } from "../../parts/ActFields";
import { Form } from "../../parts/Form";
import { RadioField } from "../../parts/fields";
import { Loaded } from "../../parts/Loaded";
import { agencyName, useSignedIn } from "../../parts/me";
import { Page, Section } from "../../parts/Page";
import { When } from "../../parts/words";
import { useWritten } from "../../parts/written";
import { useGoOn } from "../../route/router";

// Which words were given is kept with the act; other words are another version.
const NOTICE = "2026-02";
const AGREEMENT = "2026-02";

const mediums = ["paper", "electronic", "read-aloud"] as const;

/** The notice and the peer-support agreement, each written down as the client's act, and then the beginning. */
export function Enrolment({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const client = useClient(clientId);
  return (
    <Page
      kind={t("enrolment.kind")}
      heading={client.data ? t("enrolment.heading", { name: client.data.value.nameToUse }) : t("enrolment.kind")}
      lead={t("enrolment.lead")}
      back={[`/clients/${clientId}`, t("client.kind")]}
    >
      <Loaded query={client}>{(seen) => <Steps seen={seen} />}</Loaded>
    </Page>
  );
}

function Steps({ seen }: { seen: Versioned<Client> }) {
  const client = seen.value;
  return (
    <>
      <Notice client={client} />
      <Agreement client={client} />
      {/* Anew after each step: what was missing before is there now. */}
      <Begin key={client.version} seen={seen} />
    </>
  );
}

interface Giving {
  language: string;
  medium: (typeof mediums)[number];
  act: ActEntry;
}

function Notice({ client }: { client: Client }) {
  const { t, i18n } = useTranslation();
  const agency = agencyName(useSignedIn().agency);
  const form = useWritten<Giving>(`notice ${client.id}`, () => ({
    language: ["en", "es"].find((code) => client.languages.includes(code)) ?? i18n.language,
    medium: "paper",
    act: actNow(),
  }));
  const { submit, busy, problem } = useSending<Client>(form);
  const { language, medium, act } = form.written;
  if (client.notice) {
    return (
      <Section heading={t("notice.heading")} tone="card">
        <p className="done">
          {t("notice.given")} <When at={client.notice.givenAt} />
        </p>
      </Section>
    );
  }
  return (
    <Section heading={t("notice.heading")} tone="card">
      <div lang={language}>
        <p className="strong">{t("notice.title", { agency, lng: language })}</p>
        <p>{t("notice.text", { agency, lng: language })}</p>
      </div>
      <Form
        label={t("notice.heading")}
        send={t("notice.send")}
        busy={busy}
        problem={problem}
        onSend={() => void submit({ to: `/api/clients/${client.id}/notices`, body: { version: NOTICE, language, medium }, act })}
      >
        <RadioField label={t("notice.language")} beside pointer="/language" value={language} onChange={(language) => form.write({ language })} choices={["en", "es"].map((code) => [code, t(`languageName.${code}`)])} />
        <RadioField label={t("notice.medium")} pointer="/medium" value={medium} onChange={(medium) => form.write({ medium })} choices={mediums.map((code) => [code, t(`notice.mediums.${code}`)])} />
        <ActFields entry={act} onChange={(act) => form.write({ act })} wordless />
      </Form>
    </Section>
  );
}

function Agreement({ client }: { client: Client }) {
  const { t } = useTranslation();
  const form = useWritten(`agreement ${client.id}`, actNow());
  const { submit, busy, problem } = useSending<Client>(form);
  if (client.agreement) {
    return (
      <Section heading={t("agreement.heading")} tone="card">
        <p className="done">
          {t("agreement.signed")} <When at={client.agreement.clientSignedAt} />
        </p>
      </Section>
    );
  }
  return (
    <Section heading={t("agreement.heading")} tone="card">
      <ul className="plain">
        {(["voluntary", "yours", "honest", "notClinical", "private", "both"] as const).map((point) => (
          <li key={point}>{t(`agreement.points.${point}`)}</li>
        ))}
      </ul>
      <Form
        label={t("agreement.heading")}
        send={t("agreement.send")}
        busy={busy}
        problem={problem}
        onSend={() => void submit({ to: `/api/clients/${client.id}/agreements`, body: { version: AGREEMENT }, act: form.written })}
      >
        <ActFields entry={form.written} onChange={form.write} wordless />
      </Form>
    </Section>
  );
}

function Begin({ seen }: { seen: Versioned<Client> }) {
  const { t } = useTranslation();
  const goOn = useGoOn();
  const { submit, busy, problem } = useSending<Client>();
  const { id, status } = seen.value;
  if (status === "active") {
    return (
      <Section heading={t("enrolment.begin")} tone="card">
        <p className="done">{t("enrolment.begun")}</p>
      </Section>
    );
  }
  async function begin() {
    if (await submit({ to: `/api/clients/${id}/enrollment`, body: {}, etag: seen.etag })) {
      goOn(`/clients/${id}/plan`);
    }
  }
  return (
    <Section heading={t("enrolment.begin")} tone="card">
      <p>{t("enrolment.beginHelp")}</p>
      <Form label={t("enrolment.begin")} send={t("enrolment.send")} busy={busy} problem={problem} onSend={() => void begin()} />
    </Section>
  );
}
