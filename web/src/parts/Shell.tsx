import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { forgeryToken, ownersWord } from "../api/http";
import type { Line } from "../api/live";
import { Link } from "../route/router";
import { LanguageSwitch } from "./LanguageSwitch";
import { seesClients, seesReferrals, useSignedIn } from "./me";

interface Props {
  line: Line | "off" | "none";
  path: string;
  children: ReactNode;
}

/** What stands around every screen: where one can go, whether news come in, language, the way out. */
export function Shell({ line, path, children }: Props) {
  const { t } = useTranslation();
  const me = useSignedIn();
  const [signedOut, setSignedOut] = useState(true);
  const places: readonly (readonly [to: string, label: string])[] = [
    ["/", t("nav.home")],
    ...(seesClients(me) ? ([["/clients", t("nav.clients")]] as const) : []),
    ...(seesReferrals(me) ? ([["/referrals", t("nav.referrals")]] as const) : []),
  ];
  return (
    <div className="shell">
      <header className="top">
        <Link to="/" className="brand">
          <img src="/icon.svg" alt="" width="32" height="32" />
          <span>{t("app.name")}</span>
        </Link>
        <nav aria-label={t("nav.label")} className="places">
          {places.map(([to, label]) => (
            <Link key={to} to={to} aria-current={isIn(path, to) ? "page" : undefined}>
              {label}
            </Link>
          ))}
        </nav>
        {line !== "none" && (
          <p className={`line ${line}`} role="status">
            {t(`line.${line}`)}
          </p>
        )}
      </header>
      {children}
      <footer className="foot">
        <p>{t("crisis")}</p>
        <div className="row">
          <LanguageSwitch />
          <button type="button" className="link" onClick={() => void signOut().then(setSignedOut)}>
            {t("nav.signOut")}
          </button>
        </div>
        {!signedOut && (
          <p className="fault" role="alert">
            {t("nav.notSignedOut")}
          </p>
        )}
      </footer>
    </div>
  );
}

function isIn(path: string, place: string): boolean {
  return place === "/" ? path === "/" : path === place || path.startsWith(`${place}/`) || (place === "/clients" && /^\/(consents|option-sets)\//.test(path));
}

/** Ends the sign-in here; the answer says where it ends at the realm. Gives whether somebody was there to end it. */
async function signOut(): Promise<boolean> {
  try {
    const response = await fetch("/logout", { method: "POST", headers: { Accept: "application/json", ...forgeryToken(), ...ownersWord() } });
    if (response.status >= 500) {
      return false;
    }
    const answer = response.ok ? ((await response.json()) as { next?: string }) : {};
    location.assign(answer.next ?? "/");
    return true;
  } catch {
    return false;
  }
}
