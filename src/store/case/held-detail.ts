import { useQuery } from '@tanstack/react-query';
import type { CaseDetail, CaseRef } from '#domain/case.ts';
import { queries } from '../queries.ts';

/** What is held of a case already; nothing is asked for. */
export function useHeldDetail(ref: CaseRef): CaseDetail | null {
  return useQuery({ ...queries.detail(ref), enabled: false }).data?.value ?? null;
}
