/**
 * Makes islands live in the browser. A script of islands calls `boot` with
 * those that it holds; each finds its places on the page by their markers.
 *
 * @module
 */
import { type ContainerNode, h, hydrate } from "preact";
import { revive } from "@/lib/fresh/client/revive.ts";

/** Components by the name of their file, without its extension. */
export type Islands = Readonly<Record<string, (props: object) => null>>;

/** By the number that the marker holds. */
type Places = Record<string, readonly [name: string, props: object]>;

/** `NodeFilter.SHOW_COMMENT` */
const COMMENTS = 128;

/** Hydrates the islands of the page that are among these. */
export function boot(islands: Islands): void {
  // The page that has this script has the element too.
  const block = document.getElementById("fresh-islands") as HTMLScriptElement;
  const places: Places = JSON.parse(block.text, revive);
  const walker = document.createTreeWalker(document, COMMENTS);
  while (walker.nextNode()) {
    const start = walker.currentNode as Comment;
    const place = places[start.data.split("fresh:")[1] ?? ""];
    const Island = place && islands[place[0]];
    if (Island) attach(start, h(Island, place[1]));
  }
}

/**
 * Hydrates what lies between two markers, through the part of a parent's
 * interface that Preact uses. New nodes go before a text node: Preact skips
 * comments when it looks for the next place. Where a parser has moved the end
 * away, the island stays plain HTML.
 */
function attach(start: Comment, island: ReturnType<typeof h>): void {
  const tail = new Text();
  const childNodes: ChildNode[] = [];
  let end = start.nextSibling;
  while (end && (end as Comment).data !== "/fresh") {
    childNodes.push(end);
    end = end.nextSibling;
  }
  if (!end) return;
  end.replaceWith(tail);
  const range = {
    childNodes,
    firstChild: childNodes[0],
    insertBefore: (node: Node, before: Node | null) =>
      tail.parentNode?.insertBefore(node, before ?? tail),
  };
  hydrate(island, range as unknown as ContainerNode);
}
