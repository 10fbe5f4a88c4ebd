/**
 * Development: reloads the page when the server that answers is another one
 * than the page came from.
 *
 * @module
 */
const events = new EventSource("/_fresh/reload");
let first: string | undefined;
events.onmessage = ({ data }: MessageEvent<string>) => {
  first ??= data;
  if (data !== first) location.reload();
};
