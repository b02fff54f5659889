import { useEffect, useState, useSyncExternalStore } from "react";
import type { QueryClient } from "@tanstack/react-query";
import { onSignedInAgain } from "./http";

/** `live`: news arrive by themselves. `waiting`: the line is being opened again. */
export type Line = "live" | "waiting";

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * Keeps the line for news open, which keeps the sign-in alive too: each time its token ends it is opened anew. The browser itself resumes a broken one and names the last event it saw; only when it has
 * given up (the server answered something else than a stream) we open a new one, after a growing pause.
 *
 * @param news called after each event, and after each opening, since something may have been missed
 */
export function openLine(news: () => void, changed: (line: Line) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT;
  let closed = false;

  const open = () => {
    source = new EventSource("/api/notifications/stream");
    source.onopen = () => {
      wait = FIRST_WAIT;
      changed("live");
      news();
    };
    source.addEventListener("notification", news);
    source.onerror = () => {
      changed("waiting");
      if (source?.readyState === EventSource.CLOSED && !closed) {
        // Whoever is signed out learns it from this request.
        news();
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
    };
  };
  open();

  return () => {
    closed = true;
    clearTimeout(timer);
    source?.close();
  };
}

/** Services hear of the same thing at almost the same time: what one of them makes of it may be there only a moment later. */
const MOMENT = 2_000;

/** Does it now and, once it is quiet, again. */
export function nowAndSoon(work: () => void): { run: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const run = () => {
    stop();
    work();
    timer = setTimeout(work, MOMENT);
  };
  return { run, stop };
}

function subscribeToSignal(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/**
 * Reads again whatever is on the screen as soon as there is news. `off`: the device itself has no connection; `none`: to whom
 * news are not sent.
 *
 * @param watched whether somebody is there to read them; until then the line is closed, of which a browser has few
 */
export function useLine(queries: QueryClient, hasNews: boolean, watched: boolean): Line | "off" | "none" {
  const signal = useSyncExternalStore(subscribeToSignal, () => navigator.onLine);
  const [line, setLine] = useState<Line>("waiting");
  useEffect(() => {
    if (!hasNews || !watched) {
      return undefined;
    }
    const again = nowAndSoon(() => void queries.invalidateQueries());
    const open = () => openLine(again.run, setLine);
    let close = open();
    // The pauses have grown while nobody was signed in.
    const stopHearing = onSignedInAgain(() => {
      close();
      close = open();
    });
    return () => {
      stopHearing();
      again.stop();
      close();
    };
  }, [queries, hasNews, watched]);
  if (!signal) {
    return "off";
  }
  return hasNews ? line : "none";
}
