import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PATIENCE, forgeryToken, ownersWord } from "../api/http";

interface Props {
  label: string;
  className?: string;
}

/** The way out. Whoever goes it is told when they are still signed in. */
export function SignOut({ label, className = "link" }: Props) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState(false);
  return (
    <>
      <button type="button" className={className} onClick={() => void signOut().then((out) => setRefused(!out))}>
        {label}
      </button>
      {refused && (
        <p className="fault" role="alert">
          {t("nav.notSignedOut")}
        </p>
      )}
    </>
  );
}

/** Ends the sign-in here; the answer says where it ends at the realm. Gives whether it has ended. */
async function signOut(): Promise<boolean> {
  try {
    const response = await fetch("/logout", { method: "POST", headers: { Accept: "application/json", ...forgeryToken(), ...ownersWord() }, signal: AbortSignal.timeout(PATIENCE) });
    // Somebody else is signed in by now: this page's owner is not.
    const ended = response.ok || response.status === 401;
    if (ended) {
      location.assign(response.ok ? ((await response.json()) as { next: string }).next : "/");
    }
    return ended;
  } catch {
    return false;
  }
}
