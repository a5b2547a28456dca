import type { PullPage } from '#domain/vendor.ts';
import { type Chain, createChain } from './chain.ts';
import { type Held, take } from './held.ts';
import type { Subject } from './subject.ts';

export type Demo = {
  chain: Chain;
  pages: readonly PullPage[];
  held: Held;
  /** Calls to the vendor until there were rows, signing in not counted. */
  callsToFirstRows: number;
};

const made = new Map<string, Promise<Demo>>();

/** The demo's world, read once by each vendor's adapter. For tests that change nothing in it. */
export function demoOf(subject: Subject): Promise<Demo> {
  const known = made.get(subject.vendor.id) ?? read(subject);
  made.set(subject.vendor.id, known);
  return known;
}

async function read(subject: Subject): Promise<Demo> {
  const chain = createChain(subject);
  const held: Held = new Map();
  const pages: PullPage[] = [];
  let callsToFirstRows = 0;
  for await (const page of chain.pull()) {
    pages.push(page);
    if (take(held, page).size > 0 && callsToFirstRows === 0) callsToFirstRows = chain.dataCalls().length;
  }
  return { chain, pages, held, callsToFirstRows };
}
