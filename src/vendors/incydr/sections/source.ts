import type { Block } from '#domain/section.ts';
import type { Call } from '#http/request.ts';
import { archived } from '../mapping.ts';
import type { currentOperations, legacyOperations } from '../operations.ts';
import type { WireCaseDetail } from '../wire.ts';

/** What every section is read with. Both generations of the API have the same calls on cases. */
export type Source = {
  call: Call<typeof currentOperations> | Call<typeof legacyOperations>;
  /** VendorError 'not-found' for what is no case number. */
  findCase: (id: string, signal: AbortSignal) => Promise<WireCaseDetail>;
};

export function toArchivedNotice({ status }: WireCaseDetail): Block[] {
  if (status !== archived) return [];
  return [
    {
      kind: 'notice',
      key: 'archived',
      text: 'Incydr archived this case: its file events and files were deleted there for good. The case itself stays readable.',
    },
  ];
}
