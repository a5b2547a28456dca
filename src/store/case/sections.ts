import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQueries,
  useQueryClient,
} from '@tanstack/react-query';
import type { CaseRef } from '#domain/case.ts';
import type { SectionId, SectionPage } from '#domain/section.ts';
import { getEngine } from '../engine/engine-client.ts';
import type { Traced } from '../engine/engine-port.ts';
import { takeOutcome } from './take-outcome.ts';

/** What was read of a section so far. */
export type SectionRead = {
  pages: readonly Traced<SectionPage>[];
  /** Where to read on; null: all is here. */
  next: string | null;
};

/** One section of a record. Read again, it reads as many pages as are held. */
export function sectionQuery(client: QueryClient, ref: CaseRef, section: SectionId) {
  const queryKey = ['connection', ref.connectionId, 'case', ref.id, 'section', section];
  return queryOptions({
    queryKey,
    queryFn: async () => {
      const held = client.getQueryData<SectionRead>(queryKey)?.pages.length ?? 1;
      let read = await readOn(ref, section, { pages: [], next: null });
      while (read.next !== null && read.pages.length < held) read = await readOn(ref, section, read);
      return read;
    },
    staleTime: 30_000,
    // The adapter has tried already, at the one layer that does.
    retry: false,
  });
}

/** Several sections of one record, each with its own state: one that fails leaves the others alone. */
export function useSections(ref: CaseRef, sections: readonly SectionId[]) {
  const client = useQueryClient();
  const results = useQueries({ queries: sections.map(section => sectionQuery(client, ref, section)) });
  return sections.map((section, index) => ({ section, result: results[index] }));
}

/** What is held of sections already; nothing is asked for. */
export function useHeldSections(ref: CaseRef, sections: readonly SectionId[]) {
  const client = useQueryClient();
  const results = useQueries({
    queries: sections.map(section => ({ ...sectionQuery(client, ref, section), enabled: false })),
  });
  return sections.map((section, index) => ({ section, read: results[index]?.data }));
}

/** Reads the next page of a section; what is held stays when that fails. */
export function useReadOn(ref: CaseRef, section: SectionId) {
  const client = useQueryClient();
  const { queryKey } = sectionQuery(client, ref, section);
  return useMutation({
    mutationFn: async () => {
      const held = client.getQueryData(queryKey);
      if (held === undefined || held.next === null) return;
      const read = await readOn(ref, section, held);
      // Somebody may have read it again meanwhile: then the place to read on is another.
      client.setQueryData(queryKey, now => (now === held ? read : now));
    },
  });
}

async function readOn(ref: CaseRef, section: SectionId, held: SectionRead): Promise<SectionRead> {
  const page = takeOutcome(await getEngine().section(ref, section, held.next));
  return { pages: [...held.pages, page], next: page.value.next };
}
