import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refused, isWithheld } from "../../api/problem";
import { useReferrals, useSending, useUnread } from "../../api/queries";
import type { Me, Notification } from "../../api/types";
import { useClientNames } from "../../parts/clientNames";
import { goOnAtHeading } from "../../parts/Form";
import { seesClients, seesReferrals, useSignedIn } from "../../parts/me";
import { Section } from "../../parts/Page";
import { ProblemNote } from "../../parts/ProblemNote";
import { When } from "../../parts/words";
import { Link } from "../../route/router";

/** Where what the news are of can be seen, if this app has a page for it that they may read. */
function placeOf({ subjectKind, subjectId }: Notification, me: Me): string | undefined {
  switch (subjectKind) {
    case "referral":
      return seesReferrals(me) ? `/referrals/${subjectId}` : undefined;
    case "client":
      return seesClients(me) ? `/clients/${subjectId}` : undefined;
    case "consent":
      return seesClients(me) ? `/consents/${subjectId}` : undefined;
    default:
      return undefined;
  }
}

/** Whom news of a referral are about. They carry no name: it is looked up here, by whoever may see it. */
function useWhom(): (item: Notification) => string | undefined {
  const names = useClientNames();
  const sent = useReferrals("out", { when: seesClients(useSignedIn()) }).data?.items ?? [];
  return (item) => names.get(sent.find((referral) => referral.id === item.subjectId)?.clientId ?? "");
}

/**
 * Whoever has the thing itself before them has read the news of it that had come until then; so has whoever is told that it is
 * not theirs to see, since there will be no more of it.
 */
export function useSeen(subjectId: string, thing: Pick<UseQueryResult, "data" | "error">): void {
  const seen = thing.data !== undefined || (thing.error instanceof Refused && isWithheld(thing.error.problem));
  const items = useUnread().data?.items;
  const { submit, busy } = useSending();
  const [unread, setUnread] = useState<readonly string[]>();
  useEffect(() => {
    if (seen && items && unread === undefined) {
      setUnread(items.filter((item) => item.subjectId === subjectId).map((item) => item.id));
    }
  }, [seen, items, unread, subjectId]);
  const next = unread?.[0];
  useEffect(() => {
    if (next !== undefined && !busy) {
      setUnread((before) => before?.slice(1));
      void submit({ to: `/api/notifications/${next}/reading`, body: {} });
    }
  }, [next, busy, submit]);
}

/** Of many only the newest: what is behind them comes up as these are read. */
const SHOWN = 8;

/** What happened and has not been read yet. */
export function News() {
  const { t } = useTranslation();
  const whom = useWhom();
  const { items: unread = [], next } = useUnread().data ?? {};
  const more = unread.length - SHOWN;
  return (
    unread.length > 0 && (
      <Section heading={t("home.news")}>
        <ul className="lines">
          {unread.slice(0, SHOWN).map((item) => (
            <NewsLine key={item.id} item={item} whom={whom(item)} />
          ))}
        </ul>
        {more > 0 && <p className="hint">{t(next === undefined ? "home.newsBehind" : "home.newsManyBehind", { count: more })}</p>}
      </Section>
    )
  );
}

function NewsLine({ item, whom }: { item: Notification; whom: string | undefined }) {
  const { t } = useTranslation();
  const to = placeOf(item, useSignedIn());
  const told = (
    <span className="line-main">
      <span className="strong">{t([`news.${item.code}`, "news.unknown"])}</span>
      <span className="hint">
        {whom && `${whom} · `}
        <When at={item.at} brief />
      </span>
    </span>
  );
  return (
    <li className="line-row">
      {to === undefined ? (
        <div className="line-item">
          {told}
          <span className="hint">{t("home.newsElsewhere")}</span>
          <SeenTo item={item} />
        </div>
      ) : (
        <Link to={to} className="line-item">
          {told}
        </Link>
      )}
    </li>
  );
}

/** For what has no page here: somebody says that they know of it. */
function SeenTo({ item }: { item: Notification }) {
  const { t } = useTranslation();
  const { submit, busy, problem } = useSending();
  useEffect(() => goOnAtHeading, []);
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <button type="button" className="button" aria-disabled={busy} onClick={() => void submit({ to: `/api/notifications/${item.id}/reading`, body: {} })}>
        {t("home.newsDone")}
      </button>
    </>
  );
}
