import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Fault, type Problem, faultsAt } from "../api/problem";
import { ProblemNote } from "./ProblemNote";

interface Reading {
  problem: Problem | undefined;
  /** A field says where in the submission it stands, so that its faults are shown beside it. */
  show: (pointer: string) => () => void;
}

const FormContext = createContext<Reading>({ problem: undefined, show: () => () => undefined });

interface FormProps {
  label: string;
  send: string;
  busy: boolean;
  problem: Problem | undefined;
  onSend: () => void;
  children?: ReactNode;
  quiet?: boolean;
}

/** Something to fill in and send. Says above its button why it was refused, and beside each field what is wrong there. */
export function Form({ label, send, busy, problem, onSend, children, quiet = false }: FormProps) {
  const { t } = useTranslation();
  const [pointers, setPointers] = useState<ReadonlySet<string>>(new Set());
  const show = useRef((pointer: string) => {
    setPointers((shown) => new Set(shown).add(pointer));
    return () => setPointers((shown) => new Set([...shown].filter((other) => other !== pointer)));
  });
  return (
    <FormContext value={{ problem, show: show.current }}>
      <form
        className="form"
        aria-label={label}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        {children}
        {problem && <ProblemNote problem={problem} pointers={pointers} />}
        <button type="submit" className={quiet ? "button" : "button primary"} aria-disabled={busy}>
          {busy ? t("form.sending") : send}
        </button>
      </form>
    </FormContext>
  );
}

/** What is wrong at a place of the submission. */
export function useFaults(pointer: string | undefined): Fault[] {
  const { problem, show } = useContext(FormContext);
  useEffect(() => (pointer === undefined ? undefined : show(pointer)), [pointer, show]);
  return pointer === undefined ? [] : faultsAt(problem, pointer);
}

interface FieldsetProps {
  legend: string;
  hint?: ReactNode;
  pointer?: string | undefined;
  children: ReactNode;
}

/** Fields that belong together under one question. */
export function Fieldset({ legend, hint, pointer, children }: FieldsetProps) {
  const faults = useFaults(pointer);
  const id = useId();
  return (
    <fieldset className="field group" aria-describedby={`${id}-about`} aria-invalid={faults.length > 0}>
      <legend>{legend}</legend>
      <div id={`${id}-about`}>
        {hint && <p className="hint">{hint}</p>}
        <Faults faults={faults} />
      </div>
      {children}
    </fieldset>
  );
}

export function Faults({ faults }: { faults: Fault[] }) {
  const { t } = useTranslation();
  return faults.map((fault) => (
    <p className="fault" key={`${fault.pointer} ${fault.code}`}>
      {t([`fault.${fault.code}`, "fault.unknown"])}
    </p>
  ));
}
