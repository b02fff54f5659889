import { afterEach, expect, it, vi } from "vitest";
import { isLeaving, parameters, readAll } from "./queries";

afterEach(() => void vi.unstubAllGlobals());

/** A list of so many pages, each with its number; gives the addresses that were asked for. */
function list(pages: number): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    const page = Number(new URL(address, "http://localhost").searchParams.get("after") ?? "0") + 1;
    return Promise.resolve(Response.json({ items: [page], ...(page < pages && { next: `${page}` }) }));
  });
  return asked;
}

it("reads a list to its end", async () => {
  const asked = list(3);
  expect(await readAll("/api/clients?limit=200")).toEqual({ items: [1, 2, 3] });
  expect(asked).toEqual(["/api/clients?limit=200", "/api/clients?limit=200&after=1", "/api/clients?limit=200&after=2"]);
});

it("ends a list that is too long, and says that there is more", async () => {
  const asked = list(1_000);
  expect(await readAll("/api/clients?limit=200")).toMatchObject({ items: { length: 20 }, next: "20" });
  expect(asked).toHaveLength(20);
});

it("looks again while a referral is on its way, and not once it has left or was held back", () => {
  expect(isLeaving({ businessStatus: "awaiting-disclosure" })).toBe(true);
  expect(isLeaving({ businessStatus: "awaiting-disclosure", attention: "consent-missing" })).toBe(false);
  expect(isLeaving({ businessStatus: "delivered" })).toBe(false);
  expect(isLeaving({})).toBe(false);
});

it("leaves out of an address what is empty", () => {
  expect(parameters({ clientId: undefined, words: "", limit: "100" })).toBe("?limit=100");
  expect(parameters({ words: "" })).toBe("");
});
