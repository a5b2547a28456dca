export type Figure = {
  what: string;
  value: number | null;
  unit: string;
  /** The most it should be; null: for comparison only. */
  target: number | null;
  /** What it is compared with, measured in the same run, and how many times as much it is. */
  floor?: { value: number; name: string } | undefined;
};

function say(value: number | null, unit: string): string {
  if (value === null || Number.isNaN(value)) return 'not known';
  return `${value.toFixed(unit === 's' || unit === '×' ? 2 : 0)} ${unit}`;
}

/** One line a figure: value, target, whether it is reached, and the ratio to a floor of the same run. */
export function printTable(figures: readonly Figure[]): void {
  const lines = figures.map(({ what, value, unit, target, floor }) => [
    what,
    say(value, unit),
    target === null ? '' : `≤ ${target}`,
    target === null || value === null ? '' : value <= target ? 'reached' : 'MISSED',
    floor === undefined || value === null ? '' : `${(value / floor.value).toFixed(2)} × ${floor.name}`,
  ]);
  const widths = [0, 1, 2, 3].map(column => Math.max(...lines.map(line => line[column]?.length ?? 0)));
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) =>
          column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    );
  }
}
