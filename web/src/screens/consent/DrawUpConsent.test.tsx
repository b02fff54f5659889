// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import "../../i18n/i18n";
import { MeContext } from "../../parts/me";
import { DrawUpConsent } from "./DrawUpConsent";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const lacking = [{ pointer: "/purposes", code: "purpose-missing" }];

function shown(consents: readonly unknown[]): { replaces?: string }[] {
  const sent: { replaces?: string }[] = [];
  vi.stubGlobal("fetch", (path: string, request?: RequestInit) => {
    if (request?.method === "POST") {
      sent.push(JSON.parse(String(request.body)));
      return Promise.resolve(Response.json({ id: `drawn-${sent.length}`, status: "draft", lacking }));
    }
    const answers: readonly (readonly [part: string, body: unknown])[] = [
      ["/api/clients/", { id: "c", nameToUse: "Ana" }],
      ["/api/consents", { items: consents }],
      ["/api/directory/", { items: [{ organization: { agency: "harborlight", name: "Harborlight" } }] }],
    ];
    return Promise.resolve(Response.json(answers.find(([part]) => path.includes(part))?.[1]));
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MeContext value={{ subject: "m", agency: "riverbend", roles: ["peer_specialist"], until: "2026-11-01T10:00:00Z" }}>
        <DrawUpConsent clientId="c" />
      </MeContext>
    </QueryClientProvider>,
  );
  return sent;
}

const read = async () => userEvent.click(await screen.findByRole("button", { name: "Read it together" }));

it("writes the same draft anew each time it is read", async () => {
  const sent = shown([]);
  await read();
  await vi.waitFor(() => expect(sent.length).toBe(1));
  await screen.findByText("The consent is not complete");
  await read();
  await vi.waitFor(() => expect(sent.length).toBe(2));
  expect(sent.map(({ replaces }) => replaces)).toEqual([undefined, "drawn-1"]);
});

it("leaves no draft behind for the place that one is drawn up for", async () => {
  const sent = shown([{ id: "left", status: "draft", recipients: { named: ["harborlight"] } }]);
  await userEvent.selectOptions(await screen.findByLabelText("Who may receive it?"), await screen.findByRole("option", { name: "Harborlight" }));
  await read();
  await vi.waitFor(() => expect(sent.length).toBe(1));
  expect(sent[0]?.replaces).toBe("left");
});
