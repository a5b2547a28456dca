/**
 * What may be written of a request, and nothing else: no URL, no header, no body, no text of a vendor or a caller.
 */
export type RequestLogEntry = {
  requestId: string;
  connectionId: string | null;
  method: string;
  /** Name in the vendor's operation table; null when the call was not one of them. */
  operation: string | null;
  status: number;
  /** Problem code when it was refused or failed. */
  code: string | null;
  durationMs: number;
};

export type RequestLog = (entry: RequestLogEntry) => void;
