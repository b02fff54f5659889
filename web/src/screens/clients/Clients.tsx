import { useTranslation } from "react-i18next";
import { useClients } from "../../api/queries";
import type { Client } from "../../api/types";
import { Cut } from "../../parts/Cut";
import { Loaded } from "../../parts/Loaded";
import { isPeerSpecialist, seesClients, useSignedIn } from "../../parts/me";
import { NotHere } from "../../parts/NotHere";
import { Page } from "../../parts/Page";
import { Mark } from "../../parts/words";
import { Link } from "../../route/router";

/** The people whom the peer specialist walks with; for everybody else there is nothing here. */
export function Clients() {
  return seesClients(useSignedIn()) ? <MyClients /> : <NotHere />;
}

function MyClients() {
  const { t } = useTranslation();
  const me = useSignedIn();
  const clients = useClients();
  return (
    <Page kind={t("clients.heading")} heading={t("clients.heading")} lead={t("clients.lead")}>
      {isPeerSpecialist(me) && (
        <Link to="/clients/new" className="button primary">
          {t("clients.register")}
        </Link>
      )}
      <Loaded query={clients}>
        {(read) =>
          read.items.length === 0 ? (
            <p className="empty">{t("clients.none")}</p>
          ) : (
            <>
              <ul className="lines">
                {read.items.map((client) => (
                  <li key={client.id}>
                    <Link to={`/clients/${client.id}`} className="line-item">
                      <span className="line-main">
                        <span className="strong">{client.nameToUse}</span>
                        {client.pronouns && <span className="hint">{client.pronouns}</span>}
                      </span>
                      <Standing client={client} />
                    </Link>
                  </li>
                ))}
              </ul>
              <Cut list={read} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Standing({ client }: { client: Client }) {
  const { t } = useTranslation();
  if (client.merged) {
    return <Mark tone="ended">{t("clientStatus.merged")}</Mark>;
  }
  return <Mark tone={client.status === "active" ? "there" : "new"}>{t(`clientStatus.${client.status}`)}</Mark>;
}
