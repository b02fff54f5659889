import { useTranslation } from "react-i18next";
import { useLedger } from "../../api/queries";
import { Cut } from "../../parts/Cut";
import { Loaded } from "../../parts/Loaded";
import { agencyName } from "../../parts/me";
import { Section } from "../../parts/Page";
import { Mark, When } from "../../parts/words";
import { told } from "./told";

/** Who was told what, and what was kept back; that it is nothing is said only when it is known. */
export function Ledger({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  return (
    <Section heading={t("ledger.heading")}>
      <Loaded query={useLedger(clientId)}>
        {(rows) =>
          rows.items.length === 0 ? (
            <p className="hint">{t("ledger.nothing")}</p>
          ) : (
            <>
              <ul className="lines" aria-label={t("ledger.heading")}>
                {rows.items.map((row) => (
                  <li key={row.id} className="line-item">
                    <span className="line-main">
                      <span className="strong">{t("ledger.who", { discloser: agencyName(row.discloser), recipient: agencyName(row.recipient) })}</span>
                      <span className="hint">
                        {told(row, t)}
                        {" · "}
                        <When at={row.at} brief />
                      </span>
                    </span>
                    <Mark tone={row.outcome === "released" ? "there" : "waiting"}>{t(`ledger.${row.outcome}`)}</Mark>
                  </li>
                ))}
              </ul>
              <Cut list={rows} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
