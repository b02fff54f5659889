import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Line } from "../api/live";
import { Link } from "../route/router";
import { LanguageSwitch } from "./LanguageSwitch";
import { seesClients, seesReferrals, useSignedIn } from "./me";
import { SignOut } from "./SignOut";

interface Props {
  line: Line | "off" | "none";
  path: string;
  children: ReactNode;
}

/** What stands around every screen: where one can go, whether news come in, language, the way out. */
export function Shell({ line, path, children }: Props) {
  const { t } = useTranslation();
  const me = useSignedIn();
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
          <SignOut label={t("nav.signOut")} />
        </div>
      </footer>
    </div>
  );
}

function isIn(path: string, place: string): boolean {
  return place === "/" ? path === "/" : path === place || path.startsWith(`${place}/`) || (place === "/clients" && /^\/(consents|option-sets)\//.test(path));
}
