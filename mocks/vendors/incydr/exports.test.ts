import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTestWorld } from './test-world.ts';

async function open() {
  const world = createTestWorld();
  const forecast = await world.pathOf('Q4-forecast');
  return { call: await world.as('gateway'), forecast, number: forecast.slice('/v1/cases/'.length) };
}

describe('exports', () => {
  it('give the summary as a PDF whose table of objects is right', async () => {
    const { call, forecast, number } = await open();
    const { headers, text } = await call('GET', `${forecast}/export`);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="Case-${number}.pdf"`);
    expect(text.startsWith('%PDF-1.4\n')).toBe(true);
    expect(text).toContain(`(Case ${number}: Q4-forecast.zip, 212 MB, to Dropbox) Tj`);
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    for (const [index, entry] of [...text.matchAll(/(\d{10}) 00000 n/g)].entries())
      expect(text.slice(Number(entry[1]))).toMatch(new RegExp(`^${index + 1} 0 obj`));
  });

  it('give the summary in German when asked', async () => {
    const { call, forecast, number } = await open();
    expect((await call('GET', `${forecast}/export?language=de`)).text).toContain(`(Fall ${number}:`);
  });

  it('give the file events as CSV, one line each', async () => {
    const { call, forecast, number } = await open();
    const { headers, text } = await call('GET', `${forecast}/fileevent/export`);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="Case-${number}-file-events.csv"`);
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[1]).toContain('Q4-forecast.zip');
  });

  it('leave only the heading of an archived case', async () => {
    const { call, forecast } = await open();
    await call('PUT', forecast, { name: 'Archived now', status: 'ARCHIVED' });
    expect((await call('GET', `${forecast}/fileevent/export`)).text.trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('give all of it as a ZIP that opens', async () => {
    const { call, forecast, number } = await open();
    const { bytes, headers } = await call('GET', `${forecast}/export/full`);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="Case-${number}.zip"`);
    const names = readZip(bytes);
    expect(names.slice(0, 3)).toEqual([
      `Case-${number}.pdf`,
      `Case-${number}-file-events.csv`,
      'files/Q4-forecast.zip',
    ]);
    expect(names).toHaveLength(8);
  });

  it('refuse a ZIP of nothing with 400, and an unknown case with a 404 that is not JSON', async () => {
    const { call, forecast } = await open();
    const nothing = await call('GET', `${forecast}/export/full?summary=false&fileEvents=false&files=false`);
    expect(nothing.status).toBe(400);
    const unknown = await call('GET', '/v1/cases/4711/export');
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('content-type')).toBe('text/plain');
  });
});

/** Names in the directory at the end, each checked against its own file: place, size and checksum. */
function readZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 22;
  expect(view.getUint32(end, true)).toBe(0x0605_4b50);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    expect(view.getUint32(at, true)).toBe(0x0201_4b50);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    expect(view.getUint32(local, true)).toBe(0x0403_4b50);
    const start = local + 30 + nameLength;
    const content = bytes.subarray(start, start + view.getUint32(at + 24, true));
    expect(crc32(content)).toBe(view.getUint32(at + 16, true));
    at += 46 + nameLength;
    return name;
  });
}
