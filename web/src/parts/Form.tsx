import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Fault, type Problem, faultsAt } from "../api/problem";
import { ProblemNote } from "./ProblemNote";

interface Reading {
  problem: Problem | undefined;
  /** Where somebody has changed something since the problem came: what was wrong there may be so no more. */
  changed: ReadonlySet<string>;
  /** Where the fields stand that are shown now. */
  pointers: ReadonlySet<string>;
  /** A field says where in the submission it stands, so that its faults are shown beside it. */
  show: (pointer: string) => () => void;
}

const FormContext = createContext<Reading>({ problem: undefined, changed: new Set(), pointers: new Set(), show: () => () => undefined });

/** Where somebody has changed something since that problem came. */
interface Mended {
  problem: Problem;
  places: ReadonlySet<string>;
}

const nowhere: ReadonlySet<string> = new Set();

interface FormProps {
  label: string;
  send: string;
  busy: boolean;
  problem: Problem | undefined;
  onSend: () => void;
  children?: ReactNode;
  quiet?: boolean;
}

/**
 * Something to fill in and send. Says above its button why it was refused, and beside each field what is wrong there; then
 * it leads to the first of these fields, which on a phone is far from the button.
 */
export function Form({ label, send, busy, problem: refused, onSend, children, quiet = false }: FormProps) {
  const { t } = useTranslation();
  const [halfWritten, setHalfWritten] = useState<Problem>();
  const problem = halfWritten ?? refused;
  const [pointers, setPointers] = useState<ReadonlySet<string>>(new Set());
  const show = useRef((pointer: string) => {
    setPointers((shown) => new Set(shown).add(pointer));
    return () => setPointers((shown) => new Set([...shown].filter((other) => other !== pointer)));
  });
  const [mended, setMended] = useState<Mended>();
  const changed = mended !== undefined && mended.problem === problem ? mended.places : nowhere;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) {
      form.current?.querySelector(".fault")?.closest(".field, .tick")?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    }
  }, [problem]);
  useEffect(() => goOnAtHeading, []);
  return (
    <FormContext value={{ problem, changed, pointers, show: show.current }}>
      <form
        ref={form}
        className="form"
        aria-label={label}
        noValidate
        onChange={(event) => {
          const pointer = (event.target as Element).closest<HTMLElement>("[data-pointer]")?.dataset.pointer;
          if (pointer !== undefined && problem !== undefined) {
            setMended({ problem, places: new Set(changed).add(pointer) });
          }
        }}
        onSubmit={(event) => {
          event.preventDefault();
          const half = halfWrittenIn(event.currentTarget);
          setHalfWritten(half);
          if (half === undefined) {
            onSend();
          }
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

/** A date or time of which only a part was typed has no value: it would be left out in silence. */
function halfWrittenIn(form: HTMLFormElement): Problem | undefined {
  const errors = [...form.querySelectorAll("input")]
    .filter((input) => input.validity.badInput)
    .map((input) => ({ pointer: input.closest<HTMLElement>("[data-pointer]")?.dataset.pointer ?? "", code: "half-written" }));
  return errors.length > 0 ? { code: "invalid", status: 400, errors } : undefined;
}

/** What was done goes away with its form, and the focus with it: whoever reads by ear or keys goes on at the screen's heading. */
export function goOnAtHeading() {
  queueMicrotask(() => {
    if (document.activeElement === document.body) {
      document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
    }
  });
}

/** Why what the form sent was refused. */
export function useProblem(): Problem | undefined {
  return useContext(FormContext).problem;
}

/** What is wrong at a place of the submission. What a field inside of it says is not said twice. */
export function useFaults(pointer: string | undefined): Fault[] {
  const { problem, changed, pointers, show } = useContext(FormContext);
  useEffect(() => (pointer === undefined ? undefined : show(pointer)), [pointer, show]);
  if (pointer === undefined || problem === undefined || changed.has(pointer)) {
    return [];
  }
  const inside = [...pointers].filter((other) => other.startsWith(`${pointer}/`));
  return faultsAt(problem, pointer).filter((fault) => !inside.some((other) => faultsAt({ ...problem, errors: [fault] }, other).length > 0));
}

interface FieldsetProps {
  legend: string;
  hint?: ReactNode;
  pointer?: string | undefined;
  /** One ticks something here, and fills nothing in. */
  choosing?: boolean;
  children: ReactNode;
}

/** Fields that belong together under one question. */
export function Fieldset({ legend, hint, pointer, choosing = false, children }: FieldsetProps) {
  const faults = useFaults(pointer);
  const id = useId();
  return (
    <fieldset className="field group" data-pointer={pointer} aria-describedby={`${id}-about`}>
      <legend>{legend}</legend>
      <div id={`${id}-about`}>
        {hint && <p className="hint">{hint}</p>}
        <Faults faults={faults} choosing={choosing} />
      </div>
      {children}
    </fieldset>
  );
}

/** What is wrong, in words; where one chooses, nothing is filled in. */
export function Faults({ faults, choosing = false }: { faults: Fault[]; choosing?: boolean }) {
  const { t } = useTranslation();
  return faults.map((fault) => (
    <p className="fault" key={`${fault.pointer} ${fault.code}`}>
      {t([`fault.${choosing && fault.code === "missing" ? "not-chosen" : fault.code}`, "fault.unknown"])}
    </p>
  ));
}
