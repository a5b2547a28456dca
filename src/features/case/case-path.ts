import type { CaseRef } from '#domain/case.ts';

export function casePath({ connectionId, id }: CaseRef): string {
  return `/case/${encodeURIComponent(connectionId)}/${encodeURIComponent(id)}`;
}
