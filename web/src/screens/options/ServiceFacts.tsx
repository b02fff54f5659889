import { useTranslation } from "react-i18next";
import type { DirectoryService } from "../../api/types";
import { When, languageText } from "../../parts/words";
import { takesNobodyOnMedication } from "./needs";

/** A number of this country as people write it here. */
export function phoneText(number: string): string {
  return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
}

/** What helps to choose: whose place it is, where, for whom, in which languages, and since when that is known to be right. */
export function ServiceFacts({ service, whole = false }: { service: DirectoryService; whole?: boolean }) {
  const { t, i18n } = useTranslation();
  const where = [service.location?.city, service.location?.state].filter(Boolean).join(", ");
  const languages = (service.languages ?? []).map(({ code, name }) => languageText(code, i18n.language) ?? name ?? code ?? "");
  return (
    <>
      <span className="block">
        {[service.organization.name, where, languages.join(", ")].filter((text) => text !== "").join(" · ")}
      </span>
      {service.alert && <span className="block strong">{service.alert}</span>}
      {takesNobodyOnMedication(service) && <span className="block strong">{t("options.noMedication")}</span>}
      {whole && service.description && <span className="block">{service.description}</span>}
      {whole && service.eligibility?.description && (
        <span className="block">
          {t("options.for")} {service.eligibility.description}
        </span>
      )}
      {whole && service.phones?.[0] && (
        <span className="block">
          <a href={`tel:${service.phones[0].number}`} className="call">
            {phoneText(service.phones[0].number)}
          </a>
        </span>
      )}
      {!service.organization.agency && <span className="block">{t("options.noSignIn")}</span>}
      {service.assuredDate && (
        <span className="block small">
          {t("options.assured")} <When at={`${service.assuredDate}T12:00:00`} day />
        </span>
      )}
    </>
  );
}
