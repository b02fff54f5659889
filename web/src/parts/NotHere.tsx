import { useTranslation } from "react-i18next";
import { Link } from "../route/router";
import { Page } from "./Page";

/** An address that leads nowhere. */
export function NotHere() {
  const { t } = useTranslation();
  return (
    <Page kind={t("notHere.heading")} heading={t("notHere.heading")} lead={t("notHere.lead")}>
      <Link to="/" className="button primary">
        {t("nav.home")}
      </Link>
    </Page>
  );
}
