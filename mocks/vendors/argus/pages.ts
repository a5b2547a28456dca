import { type Answer, type Complaint, invalid, Refusal } from './container.ts';
import type { ArgusWorld } from './state.ts';

type Page = { limit: number; offset: number };

const most = 100_000;

/** `limit` 25 when absent, 0 for all; both end at 100,000. */
export function readPage(query: URLSearchParams): Page {
  const complaints: Complaint[] = [];
  const read = (name: string, fallback: number) => {
    const text = query.get(name);
    if (text === null) return fallback;
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value <= most)) complaints.push(invalid(name, text, `${name} must be a number from 0 to ${most}`));
    return value;
  };
  const page = { limit: read('limit', 25), offset: read('offset', 0) };
  if (complaints.length > 0) throw new Refusal(412, ...complaints);
  return page;
}

export function toList<Item>(
  world: ArgusWorld,
  items: readonly Item[],
  page: Page,
  render: (item: Item) => unknown,
  count = items.length,
): Answer {
  if (page.limit === 0 && items.length > world.switches.mostRows) {
    throw new Refusal(
      412,
      invalid('limit', 0, `More than ${world.switches.mostRows} objects match: set a limit`),
    );
  }
  const limit = Math.min(page.limit, world.switches.largestPage);
  const end = limit === 0 ? undefined : page.offset + limit;
  const data = items.slice(page.offset, end).map(render);
  return { kind: 'list', data, limit, offset: page.offset, count };
}
