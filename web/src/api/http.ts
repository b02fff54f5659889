import { compareClocks } from "./clock";
import { Refused, problemOf, unreachable } from "./problem";

/** A representation together with the version that an update must name. */
export interface Versioned<T> {
  value: T;
  etag: string | undefined;
}

export interface Sending {
  body: unknown;
  /** The same for each repetition of one submission. */
  key: string;
  /** The ETag of what the person saw. */
  etag?: string | undefined;
}

/** How long an answer is waited for, in milliseconds: longer than the gateway waits for the services. */
export const PATIENCE = 20_000;

/** A text as somebody wrote it, and the language in which it is (BCP 47). */
export interface Text {
  text: string;
  language: string | undefined;
}

/** The subject to whom this page belongs: whoever was signed in when it was opened. */
let owner: string | undefined;

/** Says so. The first word counts: for somebody else the page starts anew. */
export function belongsTo(subject: string): void {
  owner ??= subject;
}

type Listener = () => void;
const signedOutListeners = new Set<Listener>();
const signedInListeners = new Set<Listener>();

/** Calls back whenever the server no longer knows who is asking. */
export function onSignedOut(listener: Listener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** Calls back when whoever was asked to sign in again has done so. */
export function onSignedInAgain(listener: Listener): () => void {
  signedInListeners.add(listener);
  return () => signedInListeners.delete(listener);
}

/** Says that the server knows again who is asking. */
export function signedInAgain(): void {
  signedInListeners.forEach((listener) => listener());
}

export async function read<T>(path: string): Promise<T> {
  return (await readVersioned<T>(path)).value;
}

export async function readVersioned<T>(path: string): Promise<Versioned<T>> {
  return versioned(await ask<T>(path, { headers: { Accept: "application/json" } }));
}

export async function readText(path: string): Promise<Text> {
  const { body, headers } = await ask<string>(path, { headers: { Accept: "text/plain" } });
  return { text: body, language: headers.get("Content-Language") ?? undefined };
}

export async function send<T>(path: string, sending: Sending): Promise<Versioned<T>> {
  const headers: Record<string, string> = {
    Accept: "application/json",
    "Content-Type": "application/json",
    "Idempotency-Key": sending.key,
    ...forgeryToken(),
  };
  if (sending.etag !== undefined) {
    headers["If-Match"] = sending.etag;
  }
  return versioned(await ask<T>(path, { method: "POST", headers, body: JSON.stringify(sending.body) }));
}

interface Answer<T> {
  body: T;
  headers: Headers;
}

function versioned<T>({ body, headers }: Answer<T>): Versioned<T> {
  return { value: body, etag: headers.get("ETag") ?? undefined };
}

/** Who is signed in; asked by nobody in particular. */
export const ME = "/api/me";

/** Nothing is read or done for somebody else who has signed in meanwhile: the gateway refuses what the page's owner would not be asking. */
export function ownersWord(): Record<string, string> {
  return owner === undefined ? {} : { "X-Signed-In-As": owner };
}

async function ask<T>(path: string, { headers, ...request }: RequestInit & { headers: Record<string, string> }): Promise<Answer<T>> {
  let response: Response;
  let body: unknown;
  try {
    const asked = Date.now();
    response = await fetch(path, {
      ...request,
      headers: { ...headers, ...(path === ME ? {} : ownersWord()) },
      credentials: "same-origin",
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
    compareClocks(response.headers, asked);
    body = await bodyOf(response);
  } catch {
    // The browser tells no more than that there was no answer.
    throw new Refused(unreachable);
  }
  if (!response.ok) {
    if (response.status === 401) {
      signedOutListeners.forEach((listener) => listener());
    }
    throw new Refused(problemOf(response.status, body));
  }
  return { body: body as T, headers: response.headers };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("text/plain")) {
    return text;
  }
  return text === "" || !/\bjson\b/.test(type) ? undefined : JSON.parse(text);
}

/** The token that a page of another origin cannot read, from the gateway's cookie. */
export function forgeryToken(): Record<string, string> {
  const token = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1];
  return token === undefined ? {} : { "X-XSRF-TOKEN": decodeURIComponent(token) };
}
