/** The other tabs of this browser. */
export interface Tabs {
  /** Tells them that who is signed in may have changed. It says not who: whoever wants to know asks the server. */
  tell: () => void;
  close: () => void;
}

/** @param changed called when one of them tells so */
export function otherTabs(changed: () => void): Tabs {
  const channel = new BroadcastChannel("handrail-sign-in");
  channel.onmessage = changed;
  return { tell: () => channel.postMessage("changed"), close: () => channel.close() };
}
