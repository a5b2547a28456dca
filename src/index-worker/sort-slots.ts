import type { SortKey, SortTerm } from '#domain/view.ts';
import { DictionaryRanking } from './dictionary-ranking.ts';
import type { IndexConnection } from './facet-sources.ts';
import { foldText } from './fold.ts';
import { missingRank, type Ranking } from './ranking.ts';
import type { RowTable } from './row-table.ts';

const termLimit = 3;

/**
 * Sorts slots that come in ref order. One stable counting sort per term, the last term first, so that ties keep
 * the order of the term before and in the end that of the refs.
 */
export function sortSlots(
  slotsInRefOrder: Uint32Array,
  terms: readonly SortTerm[],
  table: RowTable,
  connections: ReadonlyMap<string, IndexConnection>,
): Uint32Array {
  let slots = slotsInRefOrder;
  for (const term of terms.slice(0, termLimit).reverse()) {
    const { ranking, codes } = rankingFor(term.key, table, connections);
    slots = sortByRank(slots, placesOf(slots, ranking, codes, term.isDescending), ranking.count + 1);
  }
  return slots;
}

type SlotRanking = { ranking: Ranking; codes: Uint32Array | null };

function rankingFor(
  key: SortKey,
  table: RowTable,
  connections: ReadonlyMap<string, IndexConnection>,
): SlotRanking {
  const { codes, numbers } = table.columns;
  switch (key) {
    case 'createdAt':
    case 'updatedAt':
    case 'closedAt':
    case 'dueAt':
    case 'expiresAt':
    case 'alertCount':
      return { ranking: numbers[key].ranking(table.slotCount), codes: null };
    case 'vendor':
    case 'connection': {
      const labelOf = (id: string): string | null => {
        const connection = connections.get(id);
        if (key === 'connection') return foldText(connection?.name ?? id);
        return connection === undefined ? null : foldText(connection.vendorName);
      };
      const { dictionary, codes: connectionCodes } = codes.connectionId;
      return { ranking: new DictionaryRanking(labelOf).of(dictionary.values), codes: connectionCodes };
    }
    default:
      return { ranking: codes[key].ranking(), codes: codes[key].codes };
  }
}

/** Where each slot's value stands in the direction asked for; what is missing stands last in both. */
function placesOf(
  slots: Uint32Array,
  { rankOf, count }: Ranking,
  codes: Uint32Array | null,
  isDescending: boolean,
): Uint32Array {
  const places = new Uint32Array(slots.length);
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index] as number;
    const rank = rankOf[codes === null ? slot : (codes[slot] as number)] as number;
    places[index] = rank === missingRank ? count : isDescending ? count - 1 - rank : rank;
  }
  return places;
}

function sortByRank(slots: Uint32Array, places: Uint32Array, placeCount: number): Uint32Array {
  const starts = new Uint32Array(placeCount + 1);
  for (let index = 0; index < places.length; index++) (starts[(places[index] as number) + 1] as number)++;
  for (let place = 1; place <= placeCount; place++) (starts[place] as number) += starts[place - 1] as number;
  const sorted = new Uint32Array(slots.length);
  for (let index = 0; index < slots.length; index++) {
    const place = places[index] as number;
    sorted[starts[place] as number] = slots[index] as number;
    (starts[place] as number)++;
  }
  return sorted;
}
