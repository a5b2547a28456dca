const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** '1 byte', '812 bytes', '14.2 kB', '3.4 MB', '512 MB': thousands, as file managers count. */
export function sizeWords(bytes: number): string {
  if (bytes === 1) return '1 byte';
  let power = 0;
  // 999.95 would be said as 1,000.0.
  while (power < units.length - 1 && bytes / 1000 ** power >= (power === 0 ? 1000 : 999.95)) power += 1;
  const amount = bytes / 1000 ** power;
  const digits = power > 0 && amount < 100 ? 1 : 0;
  return `${amount.toLocaleString('en', { maximumFractionDigits: digits })} ${units[power]}`;
}
