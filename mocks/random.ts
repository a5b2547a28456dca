import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Repeatable randomness for seeds. */
export type Random = {
  /** Both ends included. */
  int: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  pick: <Item>(items: readonly Item[]) => Item;
  hex: (length: number) => string;
};

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  return {
    int,
    chance: probability => int(0, 999_999) < probability * 1_000_000,
    pick: items => items[int(0, items.length - 1)] as (typeof items)[number],
    hex: length => Array.from({ length }, () => int(0, 15).toString(16)).join(''),
  };
}
