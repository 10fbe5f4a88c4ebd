/**
 * One method on the list page.
 *
 * @module
 */

/** What the list page says of one thing that is, or can be, set up. */
export interface MethodRow {
  /** The start of its IDs on the page. */
  id: string;
  /** Its name, as a heading. */
  title: string;
  /** A sentence that says how it stands, with what is on file, masked. */
  state: string;
  /** When it was last confirmed, in epoch milliseconds; `null` where it is not set up. */
  confirmedAt: number | null;
  /** Whether a stranger who has the person's number or address cannot use it. */
  strong: boolean;
  /** What can be done with it. */
  links: readonly (readonly [href: string, text: string])[];
}
