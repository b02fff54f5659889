import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "../api/queries";
import type { Client } from "../api/types";
import { Link } from "../route/router";
import { NextStep } from "./Page";

/** Another record of the same person stands for this one: where to go on. */
export function StandsFor({ client }: { client: Client }) {
  const { t } = useTranslation();
  return (
    <NextStep heading={t("merged.heading", { name: client.nameToUse })}>
      <p>{t("merged.help")}</p>
      {client.mergedInto === undefined ? (
        <p>{t("merged.ask")}</p>
      ) : (
        <Link to={`/clients/${client.mergedInto}`} className="button primary large">
          {t("merged.go")}
        </Link>
      )}
    </NextStep>
  );
}

/** What begins something new: on a merged record it leads to the one that stands instead. */
export function Begins({ clientId, children }: { clientId: string; children: ReactNode }) {
  const client = useClient(clientId).data?.value;
  return client?.merged ? <StandsFor client={client} /> : children;
}
