const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** '1 byte', '812 bytes', '4.7 kB', '212 MB': thousands, as file managers count. */
export function formatBytes(bytes: number): string {
  if (bytes === 1) return '1 byte';
  let step = 0;
  let value = bytes;
  while (Math.round(value) >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  const digits = step > 0 && value < 10 ? 1 : 0;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: digits })} ${units[step] ?? ''}`;
}
