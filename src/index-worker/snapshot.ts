import type { Person } from '#domain/case.ts';
import { checksum } from './checksum.ts';
import { type CodeData, type ColumnData, numberColumnNames } from './column-data.ts';
import { SectionReader } from './section-reader.ts';
import { SectionWriter } from './section-writer.ts';

/** To be raised with every change of what snapshots or log entries hold. A cache of another format is dropped. */
export const cacheFormat = 1;

/** Head: 'CFRW', the format, the checksum of all that follows, a zero. */
const magic = 0x57524643;
const headBytes = 16;

/** `pause` is awaited between columns, so that whoever waits for the thread gets it. */
export async function encodeSnapshot(
  { ids, codes, numbers }: ColumnData,
  pause: () => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new SectionWriter();
  const columns = [
    () => writer.texts(ids),
    () => writeTexts(writer, codes.connectionId),
    () => writeTexts(writer, codes.number),
    () => writeTexts(writer, codes.title),
    () => writeTexts(writer, codes.kind),
    () => writeTexts(writer, codes.status),
    () => writeTexts(writer, codes.statusRaw),
    () => writeTexts(writer, codes.severity),
    () => writeTexts(writer, codes.severityRaw),
    () => writePeople(writer, codes.assignee),
    () => writeNullableTexts(writer, codes.tenant),
    () => writeLists(writer, codes.tags),
    ...numberColumnNames.map(name => () => writer.numbers(numbers[name])),
  ];
  for (const write of columns) {
    write();
    await pause();
  }
  const bytes = writer.finish(headBytes);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, magic, true);
  head.setUint32(4, cacheFormat, true);
  head.setUint32(8, checksum(new Uint32Array(bytes.buffer, headBytes)), true);
  return bytes;
}

/** Why bytes are not a snapshot that can be used. */
export type SnapshotFault = 'other-format' | 'damaged';

/** Never throws. */
export function decodeSnapshot(
  bytes: Uint8Array<ArrayBuffer>,
): { data: ColumnData; fault: null } | { data: null; fault: SnapshotFault } {
  const damaged = { data: null, fault: 'damaged' } as const;
  if (bytes.length < headBytes || bytes.length % 8 !== 0) return damaged;
  const head = new DataView(bytes.buffer, bytes.byteOffset, headBytes);
  if (head.getUint32(0, true) !== magic) return damaged;
  if (head.getUint32(4, true) !== cacheFormat) return { data: null, fault: 'other-format' };
  const body = new Uint32Array(bytes.buffer, bytes.byteOffset + headBytes, (bytes.length - headBytes) / 4);
  if (head.getUint32(8, true) !== checksum(body)) return damaged;
  try {
    return { data: readColumns(new SectionReader(bytes, headBytes)), fault: null };
  } catch {
    return damaged;
  }
}

function readColumns(reader: SectionReader): ColumnData {
  const ids = reader.texts();
  const codes: ColumnData['codes'] = {
    connectionId: readTexts(reader),
    number: readTexts(reader),
    title: readTexts(reader),
    kind: readTexts(reader),
    status: readTexts(reader),
    statusRaw: readTexts(reader),
    severity: readTexts(reader),
    severityRaw: readTexts(reader),
    assignee: readPeople(reader),
    tenant: readNullableTexts(reader),
    tags: readLists(reader),
  };
  const numbers = {
    createdAt: reader.numbers(),
    updatedAt: reader.numbers(),
    closedAt: reader.numbers(),
    dueAt: reader.numbers(),
    expiresAt: reader.numbers(),
    alertCount: reader.numbers(),
  };
  return { ids, codes, numbers };
}

function writeTexts(writer: SectionWriter, { values, codes }: CodeData<string>): void {
  writer.texts(values);
  writer.codes(codes, values.length);
}

function readTexts<Text extends string>(reader: SectionReader): CodeData<Text> {
  return { values: reader.texts() as Text[], codes: reader.codes() };
}

/** One flag per value: 1 where it is not null. */
function writeNullableTexts(writer: SectionWriter, { values, codes }: CodeData<string | null>): void {
  writer.codes(
    Uint32Array.from(values, value => (value === null ? 0 : 1)),
    2,
  );
  writeTexts(writer, { values: values.map(value => value ?? ''), codes });
}

function readNullableTexts(reader: SectionReader): CodeData<string | null> {
  const flags = reader.codes();
  const { values, codes } = readTexts(reader);
  return { values: values.map((value, code) => (flags[code] === 0 ? null : value)), codes };
}

function writePeople(writer: SectionWriter, { values, codes }: CodeData<Person | null>): void {
  writer.texts(values.map(person => person?.id ?? ''));
  writeNullableTexts(writer, { values: values.map(person => person?.name ?? null), codes });
}

function readPeople(reader: SectionReader): CodeData<Person | null> {
  const ids = reader.texts();
  const { values, codes } = readNullableTexts(reader);
  return {
    values: values.map((name, code) => (name === null ? null : { id: ids[code] ?? '', name })),
    codes,
  };
}

function writeLists(writer: SectionWriter, { values, codes }: CodeData<readonly string[]>): void {
  const longest = values.reduce((length, list) => Math.max(length, list.length), 0);
  writer.codes(
    Uint32Array.from(values, list => list.length),
    longest + 1,
  );
  writer.texts(values.flat());
  writer.codes(codes, values.length);
}

function readLists(reader: SectionReader): CodeData<readonly string[]> {
  const lengths = reader.codes();
  const { values, codes } = readTexts(reader);
  let at = 0;
  const lists = Array.from(lengths, length => {
    at += length;
    return values.slice(at - length, at);
  });
  return { values: lists, codes };
}
