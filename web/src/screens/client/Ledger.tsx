import { useTranslation } from "react-i18next";
import { useLedger } from "../../api/queries";
import { agencyName } from "../../parts/me";
import { Section } from "../../parts/Page";
import { Mark, When } from "../../parts/words";

/** Who was told what, and what was kept back. */
export function Ledger({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const rows = useLedger(clientId).data?.items ?? [];
  return (
    rows.length > 0 && (
      <Section heading={t("ledger.heading")}>
        <ul className="lines">
          {rows.map((row) => (
            <li key={row.id} className="line-item">
              <span className="line-main">
                <span className="strong">{t("ledger.who", { discloser: agencyName(row.discloser), recipient: agencyName(row.recipient) })}</span>
                <span className="hint">
                  {row.code === undefined ? row.categories.map((category) => t(`category.${category}`)).join("; ") : t([`problem.${row.code}.title`, "ledger.denied"])}
                  {" · "}
                  <When at={row.at} />
                </span>
              </span>
              <Mark tone={row.outcome === "released" ? "there" : "waiting"}>{t(`ledger.${row.outcome}`)}</Mark>
            </li>
          ))}
        </ul>
      </Section>
    )
  );
}
