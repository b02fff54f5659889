import { useTranslation } from "react-i18next";

/** What somebody sees who is not signed in. */
export function Welcome() {
  const { t } = useTranslation();
  return (
    <main>
      <h1>{t("app.name")}</h1>
      <p>{t("welcome.lead")}</p>
      <a href="/login">{t("welcome.signIn")}</a>
    </main>
  );
}
