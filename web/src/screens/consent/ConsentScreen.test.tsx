// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import "../../i18n/i18n";
import { ConsentScreen } from "./ConsentScreen";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const inSpanish = "Consentimiento\n\nYo, Ana, permito a: Riverbend Peer Center\n";
const hashOf = async (text: string) => Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).toString("hex");

/** A draft on a server that says no to the first signature, since the words are others by then. */
function shown({ lacking, papers = [inSpanish] }: { lacking?: object[]; papers?: string[] }) {
  const signatures: { documentHash?: string }[] = [];
  let paper = papers[0];
  vi.stubGlobal("fetch", (path: string, request?: RequestInit) => {
    if (request?.method === "POST") {
      signatures.push(JSON.parse(String(request.body)));
      paper = papers[signatures.length] ?? paper;
      return Promise.resolve(Response.json({ code: "version-conflict" }, { status: 412 }));
    }
    return Promise.resolve(
      path.endsWith("/document")
        ? new Response(paper, { headers: { "Content-Type": "text/plain;charset=UTF-8", "Content-Language": "es" } })
        : Response.json({ id: "c", clientId: "a", status: "draft", expires: {}, ...(lacking && { lacking }) }),
    );
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ConsentScreen id="c" />
    </QueryClientProvider>,
  );
  return signatures;
}

it("shows the paper itself, in its own language, and says what was read when it is signed", async () => {
  const signatures = shown({});
  const heading = await screen.findByRole("heading", { name: "Consentimiento" });
  expect(heading.closest("[lang]")?.getAttribute("lang")).toBe("es");
  expect(screen.getByText("Yo, Ana, permito a: Riverbend Peer Center")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Record the signature" }));
  await waitFor(async () => expect(signatures[0]?.documentHash).toBe(await hashOf(inSpanish)));
});

it("shows other words before they are signed", async () => {
  const other = inSpanish.replace("Riverbend Peer Center", "Riverbend");
  const signatures = shown({ papers: [inSpanish, other] });
  await userEvent.click(await screen.findByRole("button", { name: "Record the signature" }));
  expect(await screen.findByText("It changed while you were reading")).toBeTruthy();
  expect(await screen.findByText("Yo, Ana, permito a: Riverbend")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Record the signature" }));
  await waitFor(async () => expect(signatures[1]?.documentHash).toBe(await hashOf(other)));
});

it("says what a draft lacks, and asks nobody to sign it", async () => {
  shown({ lacking: [{ pointer: "/purposes", code: "purpose-missing" }] });
  await screen.findByRole("heading", { name: "Consentimiento" });
  expect(screen.getByText("It does not say what for.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Record the signature" })).toBeNull();
  expect(screen.getByRole("link", { name: "Change something" })).toBeTruthy();
});
