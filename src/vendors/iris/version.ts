import { VendorError } from '#domain/vendor-error.ts';

/** From this on, note groups are gone: v2.4.0 (`api_min` of `/api/versions`). */
const firstWithoutNoteGroups = [2, 0, 4] as const;

export type Versions = { iris_current: string | null; api_min: string | null; api_current: string | null };

/**
 * Says which IRIS this is; throws when Casefold does not speak to it. The server's name for itself may be that of a
 * development build, so its API's range decides where it is given.
 */
export function judgeVersion(versions: Versions): string {
  const name = versions.iris_current?.replace(/^v?/, 'v') ?? 'of unknown version';
  const server = readVersion(versions.iris_current);
  const oldest = readVersion(versions.api_min);
  const newest = readVersion(versions.api_current) ?? server;
  if (newest === null) {
    throw unsupported('version-unknown', 'This server does not say which version of IRIS it is.');
  }
  if (isBefore(newest, [2, 0, 0])) {
    throw unsupported('version-too-old', `This is IRIS ${name}. Casefold needs v2.0 or later: update IRIS.`);
  }
  if (
    (oldest !== null && !isBefore(oldest, firstWithoutNoteGroups)) ||
    !isBefore(server ?? newest, [2, 4, 0])
  ) {
    throw unsupported(
      'version-too-new',
      `This is IRIS ${name}. Casefold speaks to v2.0 to v2.3: v2.4 replaced note groups, so notes cannot be read there. Cases still can.`,
    );
  }
  const isMadeFor = !isBefore([2, 0, Number.MAX_SAFE_INTEGER], server ?? newest);
  return isMadeFor
    ? `IRIS ${name}`
    : `IRIS ${name}. Casefold was made for v2.0; alerts and templates of later versions are not read.`;
}

type Version = readonly [number, number, number];

function readVersion(text: string | null): Version | null {
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text ?? '');
  return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
}

function isBefore(one: Version, other: Version): boolean {
  for (const index of [0, 1, 2] as const) {
    if (one[index] !== other[index]) return one[index] < other[index];
  }
  return false;
}

function unsupported(reason: string, message: string): VendorError {
  return new VendorError({ code: 'unsupported', reason, message, retryable: false, status: 200 });
}
