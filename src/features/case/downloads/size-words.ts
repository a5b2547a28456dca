const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** '1 byte', '812 bytes', '4.7 kB', '212 MB': thousands, as file managers count. */
export function sizeWords(bytes: number): string {
  if (bytes === 1) return '1 byte';
  let step = 0;
  let amount = bytes;
  while (Math.round(amount) >= 1000 && step < units.length - 1) {
    amount /= 1000;
    step += 1;
  }
  const digits = step > 0 && amount < 10 ? 1 : 0;
  return `${amount.toLocaleString('en-GB', { maximumFractionDigits: digits })} ${units[step]}`;
}
