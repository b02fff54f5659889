import { type ReactNode, useEffect, useId, useRef } from "react";

interface Props {
  heading: string;
  help: string;
  children: ReactNode;
}

/** Stands before everything that the page shows, and cannot be put away: whoever finds the device sees nothing behind it. */
export function Cover({ heading, help, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => (before as HTMLElement | null)?.focus({ preventScroll: true });
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      closedby="none"
      aria-labelledby={id}
      onCancel={(event) => event.preventDefault()}
      // Browsers that know no better close it all the same when somebody insists.
      onClose={(event) => event.currentTarget.showModal()}
    >
      <h2 id={id}>{heading}</h2>
      <p>{help}</p>
      {children}
    </dialog>
  );
}
