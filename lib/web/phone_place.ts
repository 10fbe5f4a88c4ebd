/**
 * Which of a person's phones a page is about.
 *
 * @module
 */
import type { Person, Phone } from "@/lib/domain/person.ts";
import type { Visit } from "@/lib/flows/visit.ts";

/** A phone, and its place from 0. */
export interface PlacedPhone {
  /** The place of the phone. */
  readonly place: 0 | 1;
  /** The phone there. */
  readonly phone: Phone;
}

/** The phone at a place that an address names; `null` where there is none. */
export function phoneAt(
  { phones }: Person,
  text: string | null,
): PlacedPhone | null {
  if (text !== "0" && text !== "1") return null;
  const place = text === "0" ? 0 : 1;
  const phone = phones[place];
  return phone === undefined ? null : { place, phone };
}

/**
 * The same, if it is still the phone that the page showed. Another page may
 * have moved or changed it since; when it was confirmed tells them apart.
 */
export function samePhone(
  person: Person,
  text: string | null,
  confirmedAt: number | undefined,
): PlacedPhone | null {
  const found = phoneAt(person, text);
  return found?.phone.confirmedAt === confirmedAt ? found : null;
}

/** The query of the page on which another number is typed for the same purpose. */
export function replaceQuery(
  { person, verification }: Pick<Visit, "person" | "verification">,
): string {
  const replaces = verification?.replaces ?? null;
  const place = person.phones.findIndex(({ index }) => index === replaces);
  return place < 0 ? "" : `?replace=${place}`;
}
