export type MergedText = {
  text: string;
  /** Places that both sides changed otherwise: theirs stands there, and mine after it. */
  overlaps: number;
};

/** Above it the part that differs is taken as one: comparing it line by line would hold the page up. */
const mostComparisons = 4_000_000;

/** Three texts by line: what one side changed is taken from that side, and where both did, both are kept. */
export function mergeLines(base: string, theirs: string, mine: string): MergedText {
  const [baseLines, theirLines, myLines] = [base, theirs, mine].map(text => text.split('\n')) as [
    string[],
    string[],
    string[],
  ];
  const inTheirs = matchLines(baseLines, theirLines);
  const inMine = matchLines(baseLines, myLines);
  const merged: string[] = [];
  let overlaps = 0;
  const at = { base: 0, theirs: 0, mine: 0 };

  function settle(to: typeof at): void {
    const original = baseLines.slice(at.base, to.base);
    const their = theirLines.slice(at.theirs, to.theirs);
    const my = myLines.slice(at.mine, to.mine);
    if (isSame(my, original) || isSame(my, their)) merged.push(...their);
    else if (isSame(their, original)) merged.push(...my);
    else {
      merged.push(...their, ...my);
      overlaps += 1;
    }
    Object.assign(at, to);
  }

  baseLines.forEach((line, index) => {
    const their = inTheirs[index] ?? -1;
    const my = inMine[index] ?? -1;
    if (their < 0 || my < 0) return;
    settle({ base: index, theirs: their, mine: my });
    merged.push(line);
    Object.assign(at, { base: index + 1, theirs: their + 1, mine: my + 1 });
  });
  settle({ base: baseLines.length, theirs: theirLines.length, mine: myLines.length });
  return { text: merged.join('\n'), overlaps };
}

/** For each line of `from` where it stands in `to`; -1: nowhere. In rising order: the longest common run of lines. */
function matchLines(from: readonly string[], to: readonly string[]): number[] {
  const matches = from.map(() => -1);
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) {
    matches[start] = start;
    start += 1;
  }
  let [fromEnd, toEnd] = [from.length, to.length];
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd -= 1;
    toEnd -= 1;
    matches[fromEnd] = toEnd;
  }
  const rows = fromEnd - start;
  const columns = toEnd - start;
  if (rows * columns > mostComparisons) return matches;

  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width);
  const lengthAt = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        from[start + row] === to[start + column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));

  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (from[start + row] === to[start + column]) {
      matches[start + row] = start + column;
      row += 1;
      column += 1;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return matches;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index]);
}
