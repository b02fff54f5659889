import { type AnchorHTMLAttributes, type ReactNode, useState, useSyncExternalStore } from "react";

export type Parameters = Readonly<Record<string, string>>;
export type Route = readonly [pattern: string, screen: (parameters: Parameters) => ReactNode];

const moved = new EventTarget();
let movedOnce = false;

/** Whether somebody has gone from one screen to another since the page was loaded. */
export function hasMoved(): boolean {
  return movedOnce;
}

/** Goes to another screen. */
export function go(to: string, how: "push" | "replace" = "push"): void {
  history[how === "push" ? "pushState" : "replaceState"](null, "", to);
  window.scrollTo(0, 0);
  movedOnce = true;
  moved.dispatchEvent(new Event("moved"));
}

/** As {@link go}, when something was done on this screen; whoever has gone elsewhere before it was is left where they are. */
export function useGoOn(): typeof go {
  const [here] = useState(() => location.pathname);
  return (to, how) => {
    if (location.pathname === here) {
      go(to, how);
    }
  };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  moved.addEventListener("moved", listener);
  return () => {
    window.removeEventListener("popstate", listener);
    moved.removeEventListener("moved", listener);
  };
}

/** Where one signs in, to come back to that path and be spoken to in that language. */
export function signInAddress(language: string, path = "/"): string {
  return `/login?${new URLSearchParams(path === "/" ? { language } : { language, return: path })}`;
}

/** Path and query of the screen that is shown. */
export function useAddress(): URL {
  const href = useSyncExternalStore(subscribe, () => location.href);
  return new URL(href);
}

/** The parameters of a path, or nothing when it is not of that pattern (`/clients/:id`). */
export function matches(pattern: string, path: string): Parameters | undefined {
  const wanted = pattern.split("/");
  const given = path.replace(/(.)\/$/, "$1").split("/");
  if (wanted.length !== given.length) {
    return undefined;
  }
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const there = given[index] ?? "";
    if (part.startsWith(":")) {
      parameters[part.slice(1)] = there;
    } else if (part !== there) {
      return undefined;
    }
  }
  return parameters;
}

/** The screen of the first route that fits. */
export function screenFor(routes: readonly Route[], path: string): ReactNode {
  for (const [pattern, screen] of routes) {
    const parameters = matches(pattern, path);
    if (parameters !== undefined) {
      return screen(parameters);
    }
  }
  return undefined;
}

/** A link inside the app; opened in a new tab it works like any other. */
export function Link({ to, onClick, ...rest }: { to: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href">) {
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
          event.preventDefault();
          go(to);
        }
      }}
    />
  );
}
