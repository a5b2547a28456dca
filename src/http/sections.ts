import type { ItemDetail, SectionId, SectionPage } from '#domain/section.ts';
import type { Adapter } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';

/** How one section is read. */
export type SectionReader = {
  read: (id: string, cursor: string | null, signal: AbortSignal) => Promise<SectionPage>;
  /** One record of it, whole; absent where every record is whole already. */
  item?: (id: string, itemId: string, signal: AbortSignal) => Promise<ItemDetail>;
};

export type SectionReaders = Readonly<Partial<Record<SectionId, SectionReader>>>;

/** The part of an adapter that reads sections, from one reader for each that the vendor offers. */
export function createSections(readers: SectionReaders): Pick<Adapter, 'section' | 'item'> {
  return {
    section: async (section, id, cursor, signal) => {
      const reader = readers[section];
      if (reader === undefined) throw notOffered();
      return reader.read(id, cursor, signal);
    },
    item: async (section, id, itemId, signal) => {
      const item = readers[section]?.item;
      if (item === undefined) throw notOffered();
      return item(id, itemId, signal);
    },
  };
}

/** `Adapter.download` of a vendor that gives no bytes. */
export async function noDownloads(): Promise<never> {
  throw notOffered();
}

export const emptyPage: SectionPage = { blocks: [], entries: [], observables: [], count: 0, next: null };

function notOffered(): VendorError {
  return new VendorError({
    code: 'unsupported',
    reason: 'not-offered',
    message: 'This vendor does not offer that.',
    retryable: false,
  });
}
