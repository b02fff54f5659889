import { useTranslation } from "react-i18next";
import type { Act, ActKind } from "../api/types";
import { RadioField, TextField, WordsField } from "./fields";

export interface ActEntry {
  kind: ActKind;
  /** Local time as the field has it. */
  at: string;
  words: string;
}

const kinds: readonly ActKind[] = ["in-person", "phone", "signed-paper"];

export function actNow(kind: ActKind = "in-person"): ActEntry {
  return { kind, at: localTime(new Date()), words: "" };
}

/** A date as a field for local time has it. */
export function localTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The act as it is sent. A time that was left empty or is none is left out: the server says what is missing. */
export function actOf(entry: ActEntry): Partial<Act> {
  const at = new Date(entry.at);
  return {
    kind: entry.kind,
    ...(Number.isNaN(at.getTime()) ? {} : { at: at.toISOString() }),
    ...(entry.words.trim() === "" ? {} : { words: entry.words.trim() }),
  };
}

interface Props {
  entry: ActEntry;
  onChange: (entry: ActEntry) => void;
  /** For acts that need no words. */
  wordless?: boolean;
}

/** How, when and with which words the client did what is being written down. */
export function ActFields({ entry, onChange, wordless = false }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <RadioField
        label={t("act.kind")}
        beside
        pointer="/act/kind"
        value={entry.kind}
        onChange={(kind) => onChange({ ...entry, kind })}
        choices={kinds.map((kind) => [kind, t(`act.kinds.${kind}`)])}
      />
      <TextField label={t("act.at")} pointer="/act/at" type="datetime-local" value={entry.at} onChange={(at) => onChange({ ...entry, at })} />
      {!wordless && (
        <WordsField label={t("act.words")} hint={t("act.wordsHint")} pointer="/act/words" optional words value={entry.words} onChange={(words) => onChange({ ...entry, words })} />
      )}
    </>
  );
}
