/** Small real documents, so that what is downloaded opens. */

type Bytes = Uint8Array<ArrayBuffer>;
const encode = (text: string): Bytes => new TextEncoder().encode(text);

/** One page of lines. Letters outside ASCII become '?': the built-in font has no more. */
export function createPdf(lines: readonly string[]): Bytes {
  const safe = (line: string) => line.replace(/[^\x20-\x7e]/g, '?').replace(/[()\\]/g, '\\$&');
  const drawn = lines.map(line => `(${safe(line)}) Tj T*`).join('\n');
  const stream = `BT /F1 11 Tf 15 TL 56 780 Td\n${drawn}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.indexOf('xref\n')}\n%%EOF\n`;
  return encode(text);
}

/** Quoted as RFC 4180 says, and nothing more: the vendor does not defuse formulas. */
export function createCsv(rows: readonly (readonly (string | number | null)[])[]): Bytes {
  const cell = (value: string | number | null) => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return encode(rows.map(row => `${row.map(cell).join(',')}\r\n`).join(''));
}

/** Files stored without compression. */
export function createZip(files: readonly { name: string; bytes: Bytes }[]): Bytes {
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  for (const file of files) {
    const name = encode(file.name);
    // Version 2.0, UTF-8 names, stored, 1980-01-01.
    const common = [20, 0x0800, 0, 0, 0x0021];
    const sizes = [checksum(file.bytes), file.bytes.length, file.bytes.length];
    const head = join([
      words([0x0403_4b50], 4),
      words(common, 2),
      words(sizes, 4),
      words([name.length, 0], 2),
      name,
    ]);
    parts.push(head, file.bytes);
    directory.push(
      join([
        words([0x0201_4b50], 4),
        words([20, ...common], 2),
        words(sizes, 4),
        words([name.length, 0, 0, 0, 0], 2),
        words([0, offset], 4),
        name,
      ]),
    );
    offset += head.length + file.bytes.length;
  }
  const listed = join(directory);
  const count = files.length;
  const end = [
    words([0x0605_4b50], 4),
    words([0, 0, count, count], 2),
    words([listed.length, offset], 4),
    words([0], 2),
  ];
  return join([...parts, listed, ...end]);
}

function words(values: readonly number[], size: 2 | 4): Bytes {
  const view = new DataView(new ArrayBuffer(values.length * size));
  for (const [index, value] of values.entries()) {
    if (size === 2) view.setUint16(index * 2, value, true);
    else view.setUint32(index * 4, value, true);
  }
  return new Uint8Array(view.buffer);
}

function join(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** CRC-32, as zip wants it. */
function checksum(bytes: Bytes): number {
  let sum = 0xffff_ffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb8_8320 : 0);
  }
  return (sum ^ 0xffff_ffff) >>> 0;
}
