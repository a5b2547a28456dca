/** A line of `messages` in the answer. */
type Message = {
  message: string;
  messageTemplate: string;
  type: 'FIELD_ERROR' | 'ACTION_ERROR';
  field: string | null;
  parameter: string | null;
  timestamp: number;
};
export type Complaint = Pick<Message, 'message' | 'messageTemplate'> & { field?: string; parameter?: string };

/** A request that Argus will not serve. Every complaint becomes one message. */
export class Refusal extends Error {
  readonly status: number;
  readonly complaints: readonly Complaint[];

  constructor(status: number, ...complaints: readonly Complaint[]) {
    super(complaints[0]?.message ?? String(status));
    this.status = status;
    this.complaints = complaints;
  }
}

export function invalid(field: string, parameter: unknown, message: string): Complaint {
  return {
    field,
    parameter: typeof parameter === 'string' ? parameter : (JSON.stringify(parameter) ?? ''),
    message,
    messageTemplate: 'validation.error',
  };
}

export const accessDenied: Complaint = { message: 'Access denied', messageTemplate: 'access.denied' };

export function notFound(what: string, id: string | number): Refusal {
  return new Refusal(404, {
    message: `${what} with id ${id} does not exist or is not accessible`,
    messageTemplate: 'object.not.found',
    field: 'id',
    parameter: String(id),
  });
}

/** What every endpoint but a download answers in. */
export type Answer =
  | { kind: 'one'; data: unknown; status?: number }
  | { kind: 'list'; data: readonly unknown[]; limit: number; offset: number; count: number }
  | { kind: 'raw'; bytes: Uint8Array<ArrayBuffer>; mimeType: string };

export function one(data: unknown, status = 200): Answer {
  return { kind: 'one', data, status };
}

export function toResponse(answer: Answer): Response {
  if (answer.kind === 'raw') {
    return new Response(answer.bytes, { headers: { 'content-type': answer.mimeType } });
  }
  if (answer.kind === 'one') {
    // Counting is not implemented for single objects: limit, offset, count and size are 0.
    return container(answer.status ?? 200, { limit: 0, offset: 0, count: 0, size: 0, data: answer.data });
  }
  const { limit, offset, count, data } = answer;
  return container(200, { limit, offset, count, size: data.length, data });
}

export function toRefusal(refusal: Refusal, timestamp: number): Response {
  const messages = refusal.complaints.map(
    (complaint): Message => ({
      message: complaint.message,
      messageTemplate: complaint.messageTemplate,
      type: complaint.field === undefined ? 'ACTION_ERROR' : 'FIELD_ERROR',
      field: complaint.field ?? null,
      parameter: complaint.parameter ?? null,
      timestamp,
    }),
  );
  return container(refusal.status, { limit: 0, offset: 0, count: 0, size: 0, data: null }, messages);
}

function container(
  status: number,
  parts: Record<string, unknown>,
  messages: readonly Message[] = [],
): Response {
  const { data, ...counts } = parts;
  return Response.json({ responseCode: status, ...counts, metaData: {}, messages, data }, { status });
}
