import type { ReactNode } from 'react';
import type { CaseRef } from '#domain/case.ts';
import type { Block, SectionId } from '#domain/section.ts';

/** Which section of which case a block stands in. */
export type BlockPlace = {
  caseRef: CaseRef;
  section: SectionId;
  badge: string;
  /** Draws blocks that stand within a block. */
  draw: (blocks: readonly Block[]) => ReactNode;
};
