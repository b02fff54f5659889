import { useTranslation } from "react-i18next";
import type { List } from "../api/types";

/** Says of a list that does not end with what is shown of it that there is more. */
export function Cut({ list }: { list: List<unknown> | undefined }) {
  const { t } = useTranslation();
  return list?.next !== undefined && <p className="hint">{t("form.cut")}</p>;
}
