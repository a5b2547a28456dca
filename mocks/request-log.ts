/** One call as a vendor saw it. */
export type LoggedRequest = {
  /** Epoch ms. */
  at: number;
  vendor: string;
  method: string;
  /** With the query. */
  path: string;
  headers: Record<string, string>;
  body: string;
  /** The fault that was done to it, or null. */
  fault: string | null;
  /** Status of the answer; null while there is none. */
  status: number | null;
  /** Did the vendor's own code run and accept? Then a write is done, whatever its caller was told. */
  isCommitted: boolean;
};

export type RequestLog = {
  begin: (
    vendor: string,
    request: Request,
    fault: string | null,
  ) => Promise<{ end: (status: number, isCommitted: boolean) => void }>;
  entries: () => readonly LoggedRequest[];
  clear: () => void;
};

const mostEntries = 5_000;
const mostBodyCharacters = 64 * 1024;

/** Keeps the last 5,000 calls. */
export function createRequestLog(now: () => number): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    async begin(vendor, request, fault) {
      const url = new URL(request.url);
      const entry: LoggedRequest = {
        at: now(),
        vendor,
        method: request.method,
        path: url.pathname + url.search,
        headers: Object.fromEntries(request.headers),
        body: request.body === null ? '' : (await request.clone().text()).slice(0, mostBodyCharacters),
        fault,
        status: null,
        isCommitted: false,
      };
      entries.push(entry);
      if (entries.length > mostEntries) entries = entries.slice(-mostEntries);
      return {
        end(status, isCommitted) {
          entry.status = status;
          entry.isCommitted = isCommitted;
        },
      };
    },
    entries: () => entries,
    clear: () => {
      entries = [];
    },
  };
}
