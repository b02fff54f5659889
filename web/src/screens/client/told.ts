import type { TFunction } from "i18next";
import type { LedgerRow } from "../../api/types";

/** What was told, or why it was not. On the way back the answer says it best. */
export function told(row: Pick<LedgerRow, "code" | "categories" | "step">, t: TFunction): string {
  if (row.code !== undefined) {
    return t([`problem.${row.code}.title`, "ledger.denied"]);
  }
  const categories = row.categories.map((category) => t(`category.${category}`)).join("; ");
  const answer = t([`businessStatus.${row.step ?? ""}`, `status.${row.step ?? ""}`], { defaultValue: "" });
  return answer === "" ? categories : `${categories}: ${answer}`;
}
