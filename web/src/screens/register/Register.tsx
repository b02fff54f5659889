import { useTranslation } from "react-i18next";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/queries";
import type { Client, ContactCard } from "../../api/types";
import { Folded } from "../../parts/Folded";
import { Form, Fieldset } from "../../parts/Form";
import { TextField, Tick } from "../../parts/fields";
import { isPeerSpecialist, useSignedIn } from "../../parts/me";
import { Page } from "../../parts/Page";
import { ProblemNote } from "../../parts/ProblemNote";
import { useWritten } from "../../parts/written";
import { useGoOn } from "../../route/router";
import { ContactFields } from "./ContactFields";

/** Writes down somebody who wants peer support: how they want to be called first, and only what they want to give. */
export function Register() {
  const { t } = useTranslation();
  const may = isPeerSpecialist(useSignedIn());
  return (
    <Page kind={t("register.heading")} heading={t("register.heading")} lead={may && t("register.lead")} back={may ? ["/clients", t("nav.clients")] : undefined}>
      {may ? <Registering /> : <ProblemNote problem={notTheirs} reading />}
    </Page>
  );
}

// Said before anything is written in vain; the service refuses it too.
const notTheirs: Problem = { code: "role-not-allowed", status: 403, errors: [] };

const nobody = {
  nameToUse: "",
  pronouns: "",
  languages: [] as readonly string[],
  legalName: "",
  dateOfBirth: "",
  contact: { call: false, text: false, leaveMessage: false, sendEmail: false } as ContactCard,
  anotherPerson: false,
};

function Registering() {
  const { t } = useTranslation();
  const goOn = useGoOn();
  const form = useWritten("register", nobody);
  const { submit, busy, problem } = useSending<Client>(form);
  const { nameToUse, pronouns, languages, legalName, dateOfBirth, contact, anotherPerson } = form.written;

  async function register() {
    const { phone = "", email = "", times = "", ...allowed } = contact;
    const body = {
      nameToUse,
      ...given({ pronouns, legalName, dateOfBirth }),
      ...(languages.length > 0 ? { languages } : {}),
      contact: { ...given({ phone, email, times }), ...allowed },
      ...(anotherPerson ? { anotherPerson } : {}),
    };
    const done = await submit({ to: "/api/clients", body });
    if (done) {
      goOn(`/clients/${done.value.id}/enrolment`, "replace");
    }
  }

  return (
    <Form label={t("register.heading")} send={t("register.send")} busy={busy} problem={problem} onSend={() => void register()}>
      <TextField label={t("register.nameToUse")} hint={t("register.nameToUseHint")} pointer="/nameToUse" value={nameToUse} onChange={(nameToUse) => form.write({ nameToUse })} />
      <TextField label={t("register.pronouns")} pointer="/pronouns" optional value={pronouns} onChange={(pronouns) => form.write({ pronouns })} />
      <Fieldset legend={t("register.languages")} pointer="/languages">
        {["en", "es"].map((language) => (
          <Tick
            key={language}
            label={t(`languageName.${language}`)}
            checked={languages.includes(language)}
            onChange={(on) => form.write({ languages: on ? [...languages, language] : languages.filter((other) => other !== language) })}
          />
        ))}
      </Fieldset>
      <ContactFields contact={contact} onChange={(contact) => form.write({ contact })} />
      <Folded summary={t("register.more")} pointers={["/legalName", "/dateOfBirth"]}>
        <TextField label={t("register.legalName")} hint={t("register.legalNameHint")} pointer="/legalName" optional value={legalName} onChange={(legalName) => form.write({ legalName })} />
        <TextField label={t("register.dateOfBirth")} type="date" pointer="/dateOfBirth" optional value={dateOfBirth} onChange={(dateOfBirth) => form.write({ dateOfBirth })} />
      </Folded>
      {(problem?.code === "client-known" || anotherPerson) && <Tick label={t("register.anotherPerson")} checked={anotherPerson} onChange={(anotherPerson) => form.write({ anotherPerson })} />}
    </Form>
  );
}

/** What was filled in. */
function given(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ""));
}
