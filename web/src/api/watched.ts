import { focusManager } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";

/** After how many milliseconds without a touch a page counts as forgotten. */
export const FORGOTTEN = 15 * 60_000;

const LOOK = 10_000;

const touches = ["pointerdown", "pointermove", "wheel", "keydown"] as const;

/**
 * Whether nobody has touched the page for long. Then nothing is read by itself any more, so that the realm sees that nobody is
 * there. It ends when somebody was found to be there again.
 */
export function useForgotten(): [forgotten: boolean, found: () => void] {
  const [forgotten, setForgotten] = useState(false);
  useEffect(() => {
    if (forgotten) {
      return undefined;
    }
    let last = Date.now();
    // Asked of the clock: a device that sleeps counts no minutes.
    const isOver = () => Date.now() - last >= FORGOTTEN;
    const look = () => isOver() && setForgotten(true);
    const touched = () => {
      look();
      last = isOver() ? last : Date.now();
    };
    const timer = setInterval(look, LOOK);
    document.addEventListener("visibilitychange", look);
    touches.forEach((touch) => window.addEventListener(touch, touched, { capture: true, passive: true }));
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      touches.forEach((touch) => window.removeEventListener(touch, touched, { capture: true }));
    };
  }, [forgotten]);
  useEffect(() => {
    focusManager.setFocused(forgotten ? false : undefined);
    return () => focusManager.setFocused(undefined);
  }, [forgotten]);
  return [forgotten, () => setForgotten(false)];
}

function subscribeToSight(changed: () => void): () => void {
  document.addEventListener("visibilitychange", changed);
  return () => document.removeEventListener("visibilitychange", changed);
}

/** Whether the page can be seen: it is neither behind another tab nor put away. */
export function useInSight(): boolean {
  return useSyncExternalStore(subscribeToSight, () => !document.hidden);
}
