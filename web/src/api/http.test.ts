// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { ME, belongsTo, onSignedOut, read, readVersioned, send } from "./http";
import { Refused } from "./problem";

/** The other end of the line: answers as told and keeps what it was asked. */
function server(...answers: (Response | "silence")[]): Request[] {
  const asked: Request[] = [];
  vi.stubGlobal("fetch", (path: string, request: RequestInit) => {
    const { redirect: _, ...rest } = request;
    asked.push(new Request(new URL(path, "http://localhost/"), rest));
    const answer = answers.shift();
    return answer === undefined || answer === "silence" ? Promise.reject(new TypeError("no answer")) : Promise.resolve(answer);
  });
  return asked;
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": status < 400 ? "application/json" : "application/problem+json", ...headers } });

afterEach(() => {
  vi.unstubAllGlobals();
  document.cookie = "XSRF-TOKEN=; max-age=0";
});

it("says which version was seen and proves where the request comes from", async () => {
  document.cookie = "XSRF-TOKEN=a%2Bb";
  const asked = server(json(200, { id: "1" }, { ETag: '"4"' }));
  const done = await send("/api/plans/1/activation", { body: { act: {} }, key: "k", etag: '"3"' });
  expect(done.etag).toBe('"4"');
  expect(Object.fromEntries(asked[0]!.headers)).toMatchObject({ "If-Match": '"3"', "Idempotency-Key": "k", "X-XSRF-TOKEN": "a+b", "Content-Type": "application/json" });
});

it("asks whoever knows, and no cache", async () => {
  const asked = vi.fn(() => Promise.resolve(json(200, {})));
  vi.stubGlobal("fetch", asked);
  await read("/api/me");
  expect(asked).toHaveBeenCalledWith("/api/me", expect.objectContaining({ cache: "no-store" }));
});

it("says to whom the page belongs, whoever signs in later; and asks in nobody's name who that is", async () => {
  const asked = server(json(200, {}), json(200, {}), json(200, {}), json(200, {}));
  await read("/api/clients");
  belongsTo("maya");
  belongsTo("paul");
  await read("/api/clients");
  await send("/api/clients", { body: {}, key: "k" });
  await read(ME);
  expect(asked.map((request) => request.headers.get("X-Signed-In-As"))).toEqual([null, "maya", "maya", null]);
});

it("tells a refusal with all its faults", async () => {
  server(json(422, { code: "consent-deficient", traceId: "t1", errors: [{ pointer: "/purposes", code: "purpose-missing" }] }));
  const refusal = await read("/api/consents/1").catch((failure: unknown) => failure);
  expect(refusal).toBeInstanceOf(Refused);
  expect((refusal as Refused).problem).toMatchObject({ code: "consent-deficient", status: 422, traceId: "t1", errors: [{ pointer: "/purposes" }] });
});

it("tells silence from a refusal", async () => {
  server("silence");
  await expect(read("/api/me")).rejects.toMatchObject({ problem: { code: "unreachable" } });
});

it("does not wait for ever: who does not answer is silent", async () => {
  vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort());
  vi.stubGlobal("fetch", (_path: string, { signal }: RequestInit) => new Promise((_, refuse) => signal?.aborted === true && refuse(signal.reason as Error)));
  await expect(read("/api/clients")).rejects.toMatchObject({ problem: { code: "unreachable" } });
  expect(AbortSignal.timeout).toHaveBeenCalledWith(20_000);
  vi.restoreAllMocks();
});

it("understands a page that some proxy answers with", async () => {
  server(new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "Content-Type": "text/html" } }));
  await expect(readVersioned("/api/clients")).rejects.toMatchObject({ problem: { code: "unavailable", status: 502 } });
});

it("notices when the sign-in has ended", async () => {
  const ended = vi.fn();
  const stop = onSignedOut(ended);
  server(json(401, { code: "unauthenticated" }), json(403, { code: "role-not-allowed" }));
  await expect(read("/api/clients")).rejects.toThrow("unauthenticated");
  await expect(read("/api/clients")).rejects.toThrow("role-not-allowed");
  stop();
  expect(ended).toHaveBeenCalledTimes(1);
});
