/**
 * Errors that carry an HTTP status.
 *
 * @module
 */

/** Reason phrases of the IANA status code registry. */
const TEXTS: Readonly<Record<ErrorStatus, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  407: "Proxy Authentication Required",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  412: "Precondition Failed",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  417: "Expectation Failed",
  418: "I'm a teapot",
  421: "Misdirected Request",
  422: "Unprocessable Content",
  423: "Locked",
  424: "Failed Dependency",
  425: "Too Early",
  426: "Upgrade Required",
  428: "Precondition Required",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  451: "Unavailable For Legal Reasons",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
  505: "HTTP Version Not Supported",
  506: "Variant Also Negotiates",
  507: "Insufficient Storage",
  508: "Loop Detected",
  510: "Not Extended",
  511: "Network Authentication Required",
};

/** A status that says that something went wrong. */
export type ErrorStatus =
  | 400
  | 401
  | 402
  | 403
  | 404
  | 405
  | 406
  | 407
  | 408
  | 409
  | 410
  | 411
  | 412
  | 413
  | 414
  | 415
  | 416
  | 417
  | 418
  | 421
  | 422
  | 423
  | 424
  | 425
  | 426
  | 428
  | 429
  | 431
  | 451
  | 500
  | 501
  | 502
  | 503
  | 504
  | 505
  | 506
  | 507
  | 508
  | 510
  | 511;

/** Thrown by a middleware or a handler, it is answered by the nearest error page. */
export class HttpError extends Error {
  /** The status of the response. */
  readonly status: ErrorStatus;

  /** The message stays empty where none is given, as in upstream Fresh. */
  constructor(status: ErrorStatus, message?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "HttpError";
    this.status = status;
  }
}

/** A 405 that knows what would have been allowed. */
export class MethodError extends HttpError {
  /** The value of `Allow`. */
  readonly allow: string;

  /** `allow` becomes the header of the response. */
  constructor(allow: string) {
    super(405);
    this.allow = allow;
  }
}

/** The status that an error is answered with: 500 for all but {@linkcode HttpError}. */
export function statusOf(error: unknown): ErrorStatus {
  return error instanceof HttpError ? error.status : 500;
}

/**
 * The answer where no error page can give one. What is behind a 5xx is not for
 * strangers, so its message stays here.
 */
export function plainError(error: unknown): Response {
  const status = statusOf(error);
  const told = error instanceof HttpError && status < 500 ? error.message : "";
  return new Response(told || TEXTS[status], {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
