type Found = { data: object; count: number };

const maxDepth = 64;

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function matches(text: string, needle: string): boolean {
  return text.toLowerCase().includes(needle);
}

function searchBranch(branch: object, needle: string, depth: number): Found {
  const kept: [string, unknown][] = [];
  let count = 0;
  for (const [key, value] of Object.entries(branch)) {
    const isNamed = !Array.isArray(branch) && matches(key, needle);
    const isHit = isNamed || (!isBranch(value) && matches(String(value), needle));
    if (isHit) {
      count += 1;
      kept.push([key, value]);
    } else if (isBranch(value) && depth < maxDepth) {
      const below = searchBranch(value, needle, depth + 1);
      if (below.count > 0) kept.push([key, below.data]);
      count += below.count;
    }
  }
  return { data: Array.isArray(branch) ? kept.map(([, value]) => value) : Object.fromEntries(kept), count };
}

/** Only the branches whose name or value holds the text, in any case; '' keeps everything. */
export function searchJson(data: object, text: string): Found {
  const needle = text.trim().toLowerCase();
  return needle === '' ? { data, count: 0 } : searchBranch(data, needle, 0);
}
