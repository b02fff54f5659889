import { useTranslation } from "react-i18next";
import { type ActEntry, actNow } from "../../api/act";
import { useClient, useHandout, useSending } from "../../api/queries";
import type { Client, Handout } from "../../api/types";
import type { Versioned } from "../../api/http";
import { ActFields } from "../../parts/ActFields";
import { Form } from "../../parts/Form";
import { RadioField } from "../../parts/fields";
import { Loaded } from "../../parts/Loaded";
import { Page, Section } from "../../parts/Page";
import { When } from "../../parts/words";
import { useWritten } from "../../parts/written";
import { useGoOn } from "../../route/router";

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

const written = ["en", "es"];

interface Giving {
  language: string;
  medium: (typeof mediums)[number];
  act: ActEntry;
}

/** The notice word for word; it begins with what the law wants said first, and the rest is a touch away. */
function NoticeText({ notice }: { notice: Handout }) {
  const { t } = useTranslation();
  const [first, ...rest] = notice.parts;
  return (
    <>
      <div lang={notice.language}>
        <p className="strong">{notice.title}</p>
        {first && <p>{first.text}</p>}
      </div>
      <details>
        <summary>{t("notice.whole")}</summary>
        <div lang={notice.language}>
          {rest.map(({ heading, text }) => (
            <div key={heading}>
              <h3>{heading}</h3>
              <p>{text}</p>
            </div>
          ))}
        </div>
      </details>
    </>
  );
}

function Notice({ client }: { client: Client }) {
  const { t, i18n } = useTranslation();
  const form = useWritten<Giving>(`notice ${client.id}`, () => ({ language: languageOf(client, i18n.language), medium: "paper", act: actNow() }));
  const { submit, busy, problem } = useSending<Client>(form);
  const { language, medium, act } = form.written;
  const notice = useHandout("notice", language);
  return (
    <Section heading={t("notice.heading")} tone="card">
      <Loaded query={notice}>
        {(notice) =>
          client.notice !== undefined && client.notice.version === notice.version ? (
            <p className="done">
              {t("notice.given")} <When at={client.notice.givenAt} />
            </p>
          ) : (
            <>
              {client.notice && <p>{t("notice.newer")}</p>}
              <NoticeText notice={notice} />
              <Form
                label={t("notice.heading")}
                send={t("notice.send")}
                busy={busy}
                problem={problem}
                onSend={() => void submit({ to: `/api/clients/${client.id}/notices`, body: { version: notice.version, language, medium }, act })}
              >
                <RadioField label={t("notice.language")} beside pointer="/language" value={language} onChange={(language) => form.write({ language })} choices={written.map((code) => [code, t(`languageName.${code}`)])} />
                <RadioField label={t("notice.medium")} pointer="/medium" value={medium} onChange={(medium) => form.write({ medium })} choices={mediums.map((code) => [code, t(`notice.mediums.${code}`)])} />
                <ActFields entry={act} onChange={(act) => form.write({ act })} wordless />
              </Form>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Agreement({ client }: { client: Client }) {
  const { t, i18n } = useTranslation();
  const form = useWritten(`agreement ${client.id}`, actNow());
  const { submit, busy, problem } = useSending<Client>(form);
  const language = languageOf(client, i18n.language);
  const agreement = useHandout("agreement", language);
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
      <Loaded query={agreement}>
        {(agreement) => (
          <>
            <ul className="plain" lang={agreement.language}>
              {agreement.parts.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <Form
              label={t("agreement.heading")}
              send={t("agreement.send")}
              busy={busy}
              problem={problem}
              onSend={() => void submit({ to: `/api/clients/${client.id}/agreements`, body: { version: agreement.version, language }, act: form.written })}
            >
              <ActFields entry={form.written} onChange={form.write} wordless />
            </Form>
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** In which they read best, of those that there are texts in. */
function languageOf(client: Client, page: string): string {
  return written.find((code) => client.languages.includes(code)) ?? page;
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
