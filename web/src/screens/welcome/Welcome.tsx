import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../../parts/LanguageSwitch";
import { signInAddress, useAddress } from "../../route/router";

/** What somebody sees who is not signed in. */
export function Welcome() {
  const { t, i18n } = useTranslation();
  const address = useAddress();
  const outcome = address.searchParams.get("sign-in");
  const trouble = outcome === "failed" || outcome === "away" ? outcome : undefined;
  return (
    <Outside>
      <main id="main">
        <img src="/icon.svg" alt="" width="72" height="72" />
        <h1>{t("app.name")}</h1>
        <p className="lead">{t("welcome.lead")}</p>
        {trouble && (
          <p className="note" role="alert">
            {t(`welcome.${trouble}`)}
          </p>
        )}
        <a className="button primary large" href={signInAddress(i18n.language, address.pathname)}>
          {t(trouble === "away" ? "form.again" : "welcome.signIn")}
        </a>
        <p className="hint">{t("welcome.how")}</p>
      </main>
    </Outside>
  );
}

/** What stands around a screen for whoever is not signed in: where help is, and the language. */
export function Outside({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="welcome">
      {children}
      <footer className="foot">
        <p>{t("crisis")}</p>
        <LanguageSwitch />
      </footer>
    </div>
  );
}
