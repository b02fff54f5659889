import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { keptByThisPage } from "./api/kept";
import { Refused } from "./api/problem";
import { useMe } from "./api/queries";
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
    return (
      <Page kind={t("app.name")} heading={t("app.name")}>
        <Loaded query={me}>{() => null}</Loaded>
      </Page>
    );
  }
  return <SignedIn me={me.data} />;
}

/** Somebody else has signed in meanwhile: nothing that the page knows is theirs. */
function Anew() {
  useEffect(() => location.assign("/"), []);
  return null;
}
