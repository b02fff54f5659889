import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActEntry } from "../api/act";
import { now } from "../api/clock";
import type { ActKind } from "../api/types";
import { Folded } from "./Folded";
import { RadioField, TextField, WordsField } from "./fields";
import { momentText } from "./words";

const anyKind: readonly ActKind[] = ["in-person", "phone", "signed-paper"];

/** A date as a field for local time has it. */
export function localTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

const MINUTE = 60_000;

/** The time that it is, as a field for local time has it. */
function usePresentTime(): string {
  const [present, setPresent] = useState(() => localTime(now()));
  useEffect(() => {
    const timer = setInterval(() => setPresent(localTime(now())), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return present;
}

interface Props {
  entry: ActEntry;
  onChange: (entry: ActEntry) => void;
  /** For acts that need no words. */
  wordless?: boolean;
  /** How such an act can be done. */
  kinds?: readonly ActKind[];
}

/**
 * With which words, how and when the client did what is being written down. Most acts are written down where and when they
 * happen: how and when take one line until somebody wants to change them, or something is wrong there. It is now, when the
 * button is pressed, until somebody sets another time.
 */
export function ActFields({ entry, onChange, wordless = false, kinds = anyKind }: Props) {
  const { t, i18n } = useTranslation();
  const present = usePresentTime();
  const at = entry.at === undefined ? undefined : new Date(entry.at);
  const when = at === undefined ? t("act.now") : Number.isNaN(at.getTime()) ? t("act.noTime") : momentText(at, i18n.language);
  return (
    <>
      {!wordless && (
        <WordsField label={t("act.words")} hint={t("act.wordsHint")} pointer="/act/words" optional words value={entry.words} onChange={(words) => onChange({ ...entry, words })} />
      )}
      <Folded summary={t("act.summary", { kind: t(`act.kinds.${entry.kind}`), when })} pointers={["/act/kind", "/act/at"]}>
        <RadioField
          label={t("act.kind")}
          beside
          pointer="/act/kind"
          value={entry.kind}
          onChange={(kind) => onChange({ ...entry, kind })}
          choices={kinds.map((kind) => [kind, t(`act.kinds.${kind}`)])}
        />
        <TextField label={t("act.at")} pointer="/act/at" type="datetime-local" value={entry.at ?? present} onChange={(time) => onChange({ ...entry, at: time })} />
      </Folded>
    </>
  );
}
