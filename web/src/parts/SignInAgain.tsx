import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ME, onSignedOut, read, signedInAgain } from "../api/http";
import { Refused } from "../api/problem";
import type { Me } from "../api/types";
import { signInAddress } from "../route/router";
import { useSignedIn } from "./me";

const LOOK_AGAIN = 3_000;

/**
 * Asks to sign in again when the sign-in has ended. It happens in another tab, so that nothing that was written here is
 * lost; when the person comes back, the work goes on. If somebody else signs in, the page starts anew.
 */
export function SignInAgain() {
  const { t, i18n } = useTranslation();
  const me = useSignedIn();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [ended, setEnded] = useState(false);

  useEffect(() => onSignedOut(() => setEnded(true)), []);

  useEffect(() => {
    if (!ended) {
      return undefined;
    }
    dialog.current?.showModal();
    const look = () => {
      read<Me>(ME).then(
        (now) => {
          if (now.subject !== me.subject) {
            location.assign("/");
            return;
          }
          setEnded(false);
          signedInAgain();
          void queries.invalidateQueries();
        },
        (failure: unknown) => {
          if (!(failure instanceof Refused)) {
            throw failure;
          }
        },
      );
    };
    // Phones tell of a tab that is seen again in different ways, some not at all.
    const lookIfSeen = () => document.visibilityState === "visible" && look();
    const timer = setInterval(lookIfSeen, LOOK_AGAIN);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", lookIfSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", lookIfSeen);
    };
  }, [ended, me.subject, queries]);

  return (
    ended && (
      <dialog
        ref={dialog}
        className="dialog"
        closedby="none"
        aria-labelledby="sign-in-again"
        onCancel={(event) => event.preventDefault()}
        // Browsers that know no better close it all the same when somebody insists.
        onClose={(event) => event.currentTarget.showModal()}
      >
        <h2 id="sign-in-again">{t("signInAgain.heading")}</h2>
        <p>{t("signInAgain.help")}</p>
        <a className="button primary" href={signInAddress(i18n.language)} target="_blank" rel="noopener">
          {t("signInAgain.action")}
        </a>
      </dialog>
    )
  );
}
