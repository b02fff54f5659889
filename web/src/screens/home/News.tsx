import { useTranslation } from "react-i18next";
import { useNotifications, useSending } from "../../api/queries";
import type { Notification } from "../../api/types";
import { Section } from "../../parts/Page";
import { When } from "../../parts/words";
import { Link, go } from "../../route/router";

const places: Record<string, (id: string) => string> = {
  referral: (id) => `/referrals/${id}`,
  client: (id) => `/clients/${id}`,
  consent: (id) => `/consents/${id}`,
};

/** What happened and has not been read yet. */
export function News() {
  const { t } = useTranslation();
  const unread = useNotifications().data?.items.filter((item) => item.readAt === undefined) ?? [];
  return (
    unread.length > 0 && (
      <Section heading={t("home.news")}>
        <ul className="lines">
          {unread.slice(0, 8).map((item) => (
            <NewsLine key={item.id} item={item} />
          ))}
        </ul>
      </Section>
    )
  );
}

function NewsLine({ item }: { item: Notification }) {
  const { t } = useTranslation();
  const { submit } = useSending();
  const to = places[item.subjectKind]?.(item.subjectId) ?? "/";
  return (
    <li className="line-row">
      <Link
        to={to}
        className="line-item"
        onClick={(event) => {
          event.preventDefault();
          void submit({ to: `/api/notifications/${item.id}/reading`, body: {} });
          go(to);
        }}
      >
        <span className="line-main">
          <span className="strong">{t([`news.${item.code}`, "news.unknown"])}</span>
          <span className="hint">
            <When at={item.at} />
          </span>
        </span>
      </Link>
    </li>
  );
}
