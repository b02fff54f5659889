import { useTranslation } from "react-i18next";
import type { HistoryEntry, Party } from "../../api/types";
import { Section } from "../../parts/Page";
import { happened } from "../../parts/referralWords";
import { When } from "../../parts/words";

/** How it went, the newest first. */
export function History({ entries, us }: { entries: readonly HistoryEntry[]; us: Party }) {
  const { t } = useTranslation();
  return (
    <Section heading={t("history.heading")}>
      <ol className="history" reversed>
        {[...entries].reverse().map((entry) => (
          <li key={`${entry.at} ${entry.status} ${entry.businessStatus ?? ""}`}>
            <span className="strong">{happened(entry, t)}</span>
            {entry.intakeAt && (
              <span>
                {" · "}
                <When at={entry.intakeAt} brief />
              </span>
            )}
            {entry.reason && <span> · {t([`reason.${entry.reason}`, "reason.other"])}</span>}
            <span className="hint block">
              {t(`party.${entry.by === us ? "us" : entry.by}`)} · <When at={entry.at} brief />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
