import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../../parts/LanguageSwitch";
import { SignOut } from "../../parts/SignOut";
import { signInAddress, useAddress } from "../../route/router";

/** What somebody sees who is not signed in. */
export function Welcome() {
  const { t, i18n } = useTranslation();
  const address = useAddress();
  const outcome = address.searchParams.get("sign-in");
  const trouble = outcome === "failed" || outcome === "away" ? outcome : undefined;
  const unfinished = address.searchParams.get("sign-out") === "unfinished";
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
        {unfinished && (
          <div className="note problem" role="alert">
            <p>{t("welcome.unfinished")}</p>
            <SignOut label={t("welcome.finish")} className="button" />
          </div>
        )}
        <a className="button primary large" href={signInAddress(i18n.language, whereTheyWere(address))}>
          {t(trouble === "away" ? "form.again" : "welcome.signIn")}
        </a>
        <p className="hint">{t("welcome.how")}</p>
      </main>
    </Outside>
  );
}

/** Path and query, without what only tells how the last sign-in or sign-out went. */
function whereTheyWere({ pathname, searchParams }: URL): string {
  const asked = new URLSearchParams([...searchParams].filter(([name]) => !["sign-in", "sign-out"].includes(name)));
  return asked.size === 0 ? pathname : `${pathname}?${asked}`;
}

/** What stands around a screen outside of the work: where help is, the language, and the way out for whoever is signed in all the same. */
export function Outside({ children, mayLeave = false }: { children: ReactNode; mayLeave?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="welcome">
      {children}
      <footer className="foot">
        <p>{t("crisis")}</p>
        <LanguageSwitch />
        {mayLeave && <SignOut label={t("nav.signOut")} />}
      </footer>
    </div>
  );
}
