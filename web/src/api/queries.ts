import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ActEntry, actOf } from "./act";
import { ME, type Versioned, belongsTo, read, readText, readVersioned, send } from "./http";
import { type Attempt, type Submission, type Ways, useSubmission } from "./submission";
import type { Client, Consent, DirectoryService, Disclosure, Handout, LedgerRow, List, Me, Milestone, Notification, OptionSet, Plan, Preview, Referral } from "./types";

/** What is read from an address, kept under it. */
function useRead<T>(path: string, when = true) {
  return useQuery({ queryKey: [path], queryFn: () => read<T>(path), enabled: when });
}

/** So many pages of a list are read at most. */
const PAGES = 20;

/** A list to its end, page by page. Where it is longer than a screen can use, its `next` says so. */
export async function readAll<T>(path: string): Promise<List<T>> {
  const items: T[] = [];
  let next: string | undefined;
  for (let page = 0; page === 0 || (next !== undefined && page < PAGES); page++) {
    const found = await read<List<T>>(next === undefined ? path : `${path}&${new URLSearchParams({ after: next })}`);
    items.push(...found.items);
    next = found.next;
  }
  return { items, ...(next !== undefined && { next }) };
}

function useReadAll<T>(path: string, when = true) {
  return useQuery({ queryKey: [path], queryFn: () => readAll<T>(path), enabled: when });
}

function useVersioned<T>(path: string) {
  return useQuery({ queryKey: [path, "versioned"], queryFn: () => readVersioned<T>(path) });
}

/** Sent, and neither gone nor held back yet. */
export function isLeaving({ businessStatus, attention }: Pick<Referral, "businessStatus" | "attention">): boolean {
  return businessStatus === "awaiting-disclosure" && attention === undefined;
}

/** A query part of an address; what is empty is left out. */
export function parameters(values: Record<string, string | undefined>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

/** Who is signed in. The page belongs to the first. */
export function useMe() {
  return useQuery({
    queryKey: [ME],
    queryFn: async () => {
      const me = await read<Me>(ME);
      belongsTo(me.subject);
      return me;
    },
  });
}

export const useClients = (when = true) => useReadAll<Client>(`/api/clients${parameters({ limit: "200" })}`, when);
export const useClient = (id: string) => useVersioned<Client>(`/api/clients/${id}`);
export const useConsents = (clientId: string) => useRead<List<Consent>>(`/api/consents${parameters({ clientId })}`);
export const useConsent = (id: string) => useVersioned<Consent>(`/api/consents/${id}`);
export const useDisclosure = (id: string | undefined) => useRead<Disclosure>(`/api/disclosures/${id ?? ""}`, id !== undefined);
export const useLedger = (clientId: string) => useReadAll<LedgerRow>(`/api/disclosures${parameters({ clientId, limit: "500" })}`);

/** The version in force of what clients are given to read. No news are of it. */
export function useHandout(kind: Handout["kind"], language: string) {
  const path = `/api/handouts/${kind}${parameters({ language })}`;
  return useQuery({ queryKey: [path], queryFn: () => read<Handout>(path), staleTime: "static" });
}

/** The paper of a consent, word for word as it is to be signed or was; by its hash (SHA-256, hexadecimal) a signer says what they read. */
export function useConsentPaper(id: string) {
  const path = `/api/consents/${id}/document`;
  return useQuery({
    queryKey: [path],
    queryFn: async () => {
      const paper = await readText(path);
      return { ...paper, hash: await hashOf(paper.text) };
    },
  });
}

async function hashOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What the door would say now of a referral; asked by POST, since a question that names a client has no place in an address. */
export function usePreview(referral: Referral) {
  const question = {
    clientId: referral.clientId ?? "",
    recipient: referral.receiver,
    purpose: referral.purpose ?? "",
    required: referral.required ?? referral.categories,
    optional: referral.optional ?? [],
  };
  return useQuery({
    queryKey: ["/api/consents/preview", question],
    queryFn: async () => (await send<Preview>("/api/consents/preview", { body: question, key: crypto.randomUUID() })).value,
  });
}

export const useServices = (words: string, need: string) => useRead<List<DirectoryService>>(`/api/directory/services${parameters({ words, need, limit: "100" })}`);

/** The directory to its end, for what is gathered from all of it. No news are of it: it is read once. */
export function useDirectory() {
  const path = `/api/directory/services${parameters({ limit: "100" })}`;
  return useQuery({ queryKey: [path, "whole"], queryFn: () => readAll<DirectoryService>(path), staleTime: "static" });
}

export const useService = (id: string) => useRead<DirectoryService>(`/api/directory/services/${id}`);
export const useOptionSet = (id: string) => useVersioned<OptionSet>(`/api/option-sets/${id}`);

/** No news tell the sender that a referral has left: it is looked at again while it is on its way. */
const LOOK_AGAIN = 1_500;

interface Which {
  clientId?: string;
  status?: Referral["status"];
  when?: boolean;
}

export function useReferrals(direction: "in" | "out", { clientId, status, when = true }: Which = {}) {
  const path = `/api/referrals${parameters({ direction, clientId, status, limit: "100" })}`;
  return useQuery({
    queryKey: [path],
    queryFn: () => readAll<Referral>(path),
    enabled: when,
    refetchInterval: (query) => (query.state.data?.items.some(isLeaving) ? LOOK_AGAIN : false),
  });
}

export function useReferral(id: string) {
  const path = `/api/referrals/${id}`;
  return useQuery({
    queryKey: [path, "versioned"],
    queryFn: () => readVersioned<Referral>(path),
    refetchInterval: (query) => (query.state.data && isLeaving(query.state.data.value) ? LOOK_AGAIN : false),
  });
}

export const usePlans = (clientId: string) => useRead<List<Plan>>(`/api/plans${parameters({ clientId })}`);
export const useMilestones = (planId: string | undefined) => useReadAll<Milestone>(`/api/milestones${parameters({ planId, limit: "200" })}`, planId !== undefined);

/** The newest of what has not been read. */
export const useUnread = () => useRead<List<Notification>>(`/api/notifications${parameters({ unread: "true", limit: "200" })}`);

/** Content of a form, where it goes and which version the person saw. */
export interface Sent {
  to: string;
  body: object;
  /** The act of the client that is recorded by it. */
  act?: ActEntry;
  etag?: string | undefined;
}

// Not the version: a first try whose answer was lost has changed it, and its repetition must find the same key.
const sameSubmission = ({ to, body, act }: Sent) => [to, body, act];

/** A form that is sent to the services; what is on the screen is read again afterwards. */
export function useSending<T = unknown>({ key, refused, sent }: Pick<Ways<Sent>, "key" | "refused" | "sent"> = {}): Submission<Sent, Versioned<T>> {
  const queries = useQueryClient();
  const work = async ({ to, body, act, etag }: Sent, attempt: Attempt) => {
    try {
      // An act is of the first try: its repetition must be the same, to the time.
      return await send<T>(to, { body: act ? { ...body, act: actOf(act, attempt.since) } : body, key: attempt.key, etag });
    } finally {
      // After a refusal too: somebody else may have been faster, and the person should see it.
      void queries.invalidateQueries();
    }
  };
  return useSubmission(work, { ...(key && { key }), same: sameSubmission, refused, sent });
}
