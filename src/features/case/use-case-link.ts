import { useHref } from 'react-router';
import type { CaseRef } from '#domain/case.ts';
import { casePath } from './case-path.ts';

/** The whole address of a case, to hand to somebody. */
export function useCaseLink(ref: CaseRef): string {
  return new URL(useHref(casePath(ref)), location.origin).href;
}
