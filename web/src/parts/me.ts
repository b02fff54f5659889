import { createContext, useContext } from "react";
import type { Me } from "../api/types";

export const MeContext = createContext<Me | undefined>(undefined);

/** Who is signed in. */
export function useSignedIn(): Me {
  const me = useContext(MeContext);
  if (me === undefined) {
    throw new Error("nobody is signed in");
  }
  return me;
}

export function isPeerSpecialist(me: Me): boolean {
  return me.roles.includes("peer_specialist");
}

/** Whether clients of their agency may be theirs to see. */
export function seesClients(me: Me): boolean {
  return isPeerSpecialist(me) || me.roles.includes("supervisor");
}

/** Whether referrals may be theirs to see. */
export function seesReferrals(me: Me): boolean {
  return seesClients(me) || isIntake(me);
}

export function isIntake(me: Me): boolean {
  return me.roles.includes("intake_coordinator");
}

/** Whether anything is told to them as it happens: all but analysts, who read batches. */
export function getsNews(me: Me): boolean {
  return me.roles.some((role) => role !== "analyst");
}

/** The agency as people call it. The register of agencies is not built yet; until then its id reads well enough. */
export function agencyName(agency: string): string {
  return agency.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => `${dash === "" ? "" : " "}${letter.toUpperCase()}`);
}
