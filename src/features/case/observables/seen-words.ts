import type { Sightings } from '#store/engine/engine-port.ts';

/** 'seen in 7 other cases, 3 vendors, 2 closed' */
export function seenWords({ count, vendorCount, closedCount }: Sightings): string {
  if (count === 0) return 'in no other loaded case';
  const words = [
    `seen in ${plural(count, 'other case')}`,
    plural(vendorCount, 'vendor'),
    ...(closedCount === 0 ? [] : [`${closedCount.toLocaleString('en')} closed`]),
  ];
  return words.join(', ');
}

function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
