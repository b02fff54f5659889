import { type HTMLAttributes, type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Faults, useFaults } from "./Form";

interface About {
  label: string;
  hint?: ReactNode;
  /** Where the value stands in what is sent. */
  pointer?: string | undefined;
}

interface TextProps extends About {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "email" | "tel" | "date" | "datetime-local" | "search";
  autoComplete?: string;
  optional?: boolean;
  lang?: string;
}

/** One line of text. */
export function TextField({ value, onChange, type = "text", autoComplete = "off", optional = false, lang, ...about }: TextProps) {
  return (
    <Labelled {...about} optional={optional}>
      {(props) => (
        <input
          {...props}
          type={type}
          value={value}
          lang={lang}
          autoComplete={autoComplete}
          onChange={(event) => onChange(event.target.value)}
          // What is looked for is found while typing; the key that ends it must not send the rest.
          onKeyDown={(event) => type === "search" && event.key === "Enter" && event.preventDefault()}
        />
      )}
    </Labelled>
  );
}

/** Several lines; `words` when they are the client's own. */
export function WordsField({ value, onChange, optional = false, words = false, ...about }: About & { value: string; onChange: (value: string) => void; optional?: boolean; words?: boolean }) {
  return (
    <Labelled {...about} optional={optional}>
      {(props) => <textarea {...props} rows={3} className={words ? "words" : undefined} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Labelled>
  );
}

export type Choice<V extends string> = readonly [value: V, label: string, hint?: ReactNode];

/** One of many, in a list that opens. */
export function SelectField<V extends string>({ value, onChange, choices, ...about }: About & { value: V; onChange: (value: V) => void; choices: readonly Choice<V>[] }) {
  return (
    <Labelled {...about} choosing>
      {(props) => (
        <select {...props} value={value} onChange={(event) => onChange(event.target.value as V)}>
          {choices.map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

interface RadioProps<V extends string> extends About {
  value: V | undefined;
  onChange: (value: V) => void;
  choices: readonly Choice<V>[];
  /** For short choices: next to each other where there is room. */
  beside?: boolean;
}

/** One of a few, all of them to be seen. */
export function RadioField<V extends string>({ label, hint, pointer, value, onChange, choices, beside = false }: RadioProps<V>) {
  const faults = useFaults(pointer);
  const name = useId();
  return (
    <fieldset className="field group" data-pointer={pointer} aria-describedby={`${name}-about`}>
      <legend>{label}</legend>
      <div id={`${name}-about`}>
        {hint && <p className="hint">{hint}</p>}
        <Faults faults={faults} choosing />
      </div>
      <div className={beside ? "beside" : "below"}>
        {choices.map(([code, text, more]) => (
          <Tick key={code} type="radio" name={name} label={text} hint={more} checked={value === code} onChange={() => onChange(code)} />
        ))}
      </div>
    </fieldset>
  );
}

interface TickProps {
  type?: "checkbox" | "radio";
  name?: string;
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  pointer?: string | undefined;
  disabled?: boolean;
}

/** Yes or no. */
export function Tick({ type = "checkbox", name, label, hint, checked, onChange, pointer, disabled = false }: TickProps) {
  const faults = useFaults(pointer);
  const id = useId();
  return (
    <div className="tick" data-pointer={pointer}>
      <input
        id={id}
        type={type}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-describedby={`${id}-about`}
        aria-invalid={faults.length > 0 || undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <div id={`${id}-about`} className="about">
        {hint && <div className="hint">{hint}</div>}
        <Faults faults={faults} />
      </div>
    </div>
  );
}

type Control = Pick<HTMLAttributes<HTMLElement>, "id" | "aria-describedby" | "aria-invalid">;

function Labelled({ label, hint, pointer, optional = false, choosing = false, children }: About & { optional?: boolean; choosing?: boolean; children: (props: Control) => ReactNode }) {
  const { t } = useTranslation();
  const faults = useFaults(pointer);
  const id = useId();
  return (
    <div className="field" data-pointer={pointer}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional"> {t("form.optional")}</span>}
      </label>
      <div id={`${id}-about`}>
        {hint && <p className="hint">{hint}</p>}
        <Faults faults={faults} choosing={choosing} />
      </div>
      {children({ id, "aria-describedby": `${id}-about`, ...(faults.length > 0 ? { "aria-invalid": true } : {}) })}
    </div>
  );
}
