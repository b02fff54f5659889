import { useTranslation } from "react-i18next";
import type { ContactCard } from "../../api/types";
import { Folded } from "../../parts/Folded";
import { Fieldset } from "../../parts/Form";
import { TextField, Tick } from "../../parts/fields";

interface Props {
  contact: ContactCard;
  onChange: (contact: ContactCard) => void;
}

/** How the client may be reached: in no way, until they say so. */
export function ContactFields({ contact, onChange }: Props) {
  const { t } = useTranslation();
  const change = (part: Partial<ContactCard>) => onChange({ ...contact, ...part });
  return (
    <Fieldset legend={t("contact.heading")} hint={t("contact.hint")} pointer="/contact">
      <TextField label={t("contact.phone")} type="tel" pointer="/contact/phone" optional value={contact.phone ?? ""} onChange={(phone) => change({ phone })} />
      <Tick label={t("contact.may.call")} checked={contact.call} onChange={(call) => change({ call, leaveMessage: call && contact.leaveMessage })} />
      {contact.call && <Tick label={t("contact.may.leaveMessage")} checked={contact.leaveMessage} onChange={(leaveMessage) => change({ leaveMessage })} />}
      <Tick label={t("contact.may.text")} checked={contact.text} onChange={(text) => change({ text })} />
      <Folded summary={t("contact.more")} pointers={["/contact/email", "/contact/times"]}>
        <TextField label={t("contact.email")} type="email" pointer="/contact/email" optional value={contact.email ?? ""} onChange={(email) => change({ email })} />
        <Tick label={t("contact.may.sendEmail")} checked={contact.sendEmail} onChange={(sendEmail) => change({ sendEmail })} />
        <TextField label={t("contact.times")} pointer="/contact/times" optional value={contact.times ?? ""} onChange={(times) => change({ times })} />
      </Folded>
    </Fieldset>
  );
}
