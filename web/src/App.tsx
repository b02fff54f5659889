import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ME } from "./api/http";
import { keptByThisPage } from "./api/kept";
import { Refused } from "./api/problem";
import { useMe } from "./api/queries";
import { type Tabs, otherTabs } from "./api/tabs";
import { Loaded } from "./parts/Loaded";
import { NotHere } from "./parts/NotHere";
import { Page } from "./parts/Page";
import { useAddress } from "./route/router";
import { leadsSomewhere, SignedIn } from "./SignedIn";
import { Outside, Welcome } from "./screens/welcome/Welcome";
import { useTranslation } from "react-i18next";

const queries = keptByThisPage();

/** The app: a welcome for whoever is not signed in, the work for whoever is. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Entrance />
    </QueryClientProvider>
  );
}

function Entrance() {
  const { t } = useTranslation();
  const me = useMe();
  const { pathname } = useAddress();
  const [whose, setWhose] = useState<string>();
  const subject = me.data?.subject;
  useTabs(me.error === null ? subject : "nobody");
  if (subject !== undefined && whose === undefined) {
    setWhose(subject);
  }
  if (subject !== undefined && whose !== undefined && subject !== whose) {
    return <Anew />;
  }
  if (me.data === undefined && me.error instanceof Refused && me.error.problem.status === 401) {
    return leadsSomewhere(pathname) ? (
      <Welcome />
    ) : (
      <Outside>
        <NotHere />
      </Outside>
    );
  }
  if (me.data === undefined) {
    const waiting = (
      <Page kind={t("app.name")} heading={t("app.name")}>
        <Loaded query={me}>{() => null}</Loaded>
      </Page>
    );
    // Somebody may be signed in whom no agency knows: then there is nothing for them here but the way out.
    return me.failureReason === null ? waiting : <Outside mayLeave>{waiting}</Outside>;
  }
  return <SignedIn me={me.data} />;
}

/** Tells the other tabs who is signed in here, and looks again when one of them has something to tell. */
function useTabs(who: string | undefined) {
  const tabs = useRef<Tabs>(undefined);
  // Told once: while it is asked again nobody is known, which is no change, and two tabs would ask each other for ever.
  const told = useRef<string>(undefined);
  useEffect(() => {
    const opened = otherTabs(() => void queries.invalidateQueries({ queryKey: [ME] }));
    tabs.current = opened;
    return opened.close;
  }, []);
  useEffect(() => {
    if (who !== undefined && who !== told.current) {
      told.current = who;
      tabs.current?.tell();
    }
  }, [who]);
}

/** Somebody else has signed in meanwhile: nothing that the page knows is theirs. */
function Anew() {
  useEffect(() => location.assign("/"), []);
  return null;
}
