import { parse } from 'lossless-json';
import { type CaseStatus, caseStatuses, type IncydrState, type StoredCase } from './state.ts';

export const longest = { name: 50, description: 250, findings: 30_000 } as const;

type CaseBody = Pick<StoredCase, 'name' | 'description' | 'findings' | 'subject' | 'assignee'> & {
  status: CaseStatus | null;
};
/** `framework`: the body is refused before the service sees it. */
export type BodyRefusal = { problem: string; description?: string } | { framework: string };

/** Reads and checks what a POST or PUT carries. What is absent is null. A bare number counts as its digits. */
export async function readCaseBody(
  request: Request,
  state: IncydrState,
  own: StoredCase | null,
): Promise<CaseBody | BodyRefusal> {
  const fields = await readFields(request);
  if (fields === null) return { framework: 'JSON parse error' };
  const text = (key: string) => (typeof fields[key] === 'string' ? fields[key] : null);
  const name = text('name')?.trim() ?? '';
  const status = text('status');
  const body = {
    name,
    status: status as CaseStatus | null,
    description: text('description'),
    findings: text('findings'),
    subject: text('subject'),
    assignee: text('assignee'),
  };

  if (own !== null && status === null) return { framework: 'status must not be null' };
  if (status !== null && !caseStatuses.includes(status as CaseStatus)) return { framework: 'unknown status' };
  if (name === '') return { problem: 'NAME_EMPTY' };
  if (name.length > longest.name) return { problem: 'NAME_TOO_LONG' };
  if ((body.description?.length ?? 0) > longest.description) return { problem: 'DESCRIPTION_TOO_LONG' };
  if ((body.findings?.length ?? 0) > longest.findings) return { problem: 'FINDINGS_TOO_LONG' };
  if ([name, body.description, body.findings].some(value => value?.includes('\u0000')))
    return { problem: 'INVALID_CHAR_IN_REQUEST' };
  for (const stored of state.cases.values()) {
    if (stored !== own && stored.name === name) return { problem: 'NAME_EXISTS' };
  }
  if (body.subject !== null && !state.users.has(body.subject))
    return { problem: 'INVALID_USER', description: 'subject validation failed' };
  if (body.assignee !== null && state.users.get(body.assignee)?.isAnalyst !== true)
    return { problem: 'INVALID_USER', description: 'assignee validation failed' };
  return body;
}

/** Numbers are kept as their digits: the service takes a uid either way, and sees one that lost its last digits. */
export async function readFields(request: Request): Promise<Record<string, unknown> | null> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) return null;
  try {
    const value = parse(await request.text(), null, { parseNumber: digits => digits });
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
