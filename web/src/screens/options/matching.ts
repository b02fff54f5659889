import type { DirectoryService } from "../../api/types";

/** Text as people type it in a hurry: without capitals and accents. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}

/** The services that have every one of the words somewhere, whole or only begun. */
export function matching(services: readonly DirectoryService[], words: string): readonly DirectoryService[] {
  const wanted = plain(words)
    .split(/\s+/)
    .filter((word) => word !== "");
  return services.filter((service) => {
    const said = plain(
      [service.name, service.organization.name, service.description, service.location?.city, service.eligibility?.description, ...(service.languages ?? []).map((language) => language.name)]
        .filter(Boolean)
        .join(" "),
    );
    return wanted.every((word) => said.includes(word));
  });
}
