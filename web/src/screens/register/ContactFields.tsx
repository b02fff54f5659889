import { useTranslation } from "react-i18next";
import type { Channel, ChannelRule } from "../../api/types";
import { Fieldset } from "../../parts/Form";
import { TextField, Tick } from "../../parts/fields";

interface Props {
  phone: string;
  setPhone: (phone: string) => void;
  email: string;
  setEmail: (email: string) => void;
  channels: Partial<Record<Channel, ChannelRule>>;
  setChannels: (channels: Partial<Record<Channel, ChannelRule>>) => void;
}

/** How the client may be reached: in no way, until they say so. */
export function ContactFields({ phone, setPhone, email, setEmail, channels, setChannels }: Props) {
  const { t } = useTranslation();
  const rule = (channel: Channel) => channels[channel] ?? { allowed: false, messageSafe: false };
  const change = (channel: Channel, to: ChannelRule) => setChannels({ ...channels, [channel]: to });
  return (
    <Fieldset legend={t("contact.heading")} hint={t("contact.hint")} pointer="/contact">
      <TextField label={t("contact.phone")} type="tel" pointer="/contact/phone" optional value={phone} onChange={setPhone} />
      <TextField label={t("contact.email")} type="email" pointer="/contact/email" optional value={email} onChange={setEmail} />
      {(["call", "text", "email"] as const).map((channel) => (
        <div key={channel} className="channel">
          <Tick
            label={t(`contact.may.${channel}`)}
            pointer={`/contact/channels/${channel}`}
            checked={rule(channel).allowed}
            onChange={(allowed) => change(channel, { allowed, messageSafe: allowed && rule(channel).messageSafe })}
          />
          {rule(channel).allowed && (
            <Tick label={t(`contact.safe.${channel}`)} checked={rule(channel).messageSafe} onChange={(messageSafe) => change(channel, { allowed: true, messageSafe })} />
          )}
        </div>
      ))}
    </Fieldset>
  );
}
