import type { Random } from '../../random.ts';
import { serviceUser } from './accounts.ts';
import type { Theme } from './seed-words.ts';
import type { StoredCase, StoredEvent } from './state.ts';

/** Every seventh id holds a double quote, as some of the vendor's do: it must be encoded in a path. */
export function eventId(random: Random, caseNumber: number, index: number): string {
  const middle = `${random.hex(8)}-${random.hex(4)}`;
  const shown = (caseNumber + index) % 7 === 0 ? `"${middle}"` : middle;
  return `0_${shown}_9734355675695${String(caseNumber).padStart(5, '0')}_${index + 1}`;
}

/** One file event of an ordinary case, in the hours before the case was made. */
export function seedEvent(
  random: Random,
  theme: Theme,
  stored: StoredCase,
  host: string,
  index: number,
): StoredEvent {
  const user = stored.subject ?? serviceUser.uid;
  const plain = random.pick(theme.files);
  const dot = plain.lastIndexOf('.');
  return {
    id: eventId(random, stored.number, index),
    at: Math.floor(stored.createdAtMicros / 1000) - random.int(1, 600) * 60_000,
    fileName: index === 0 ? plain : `${plain.slice(0, dot)}-${index + 1}${plain.slice(dot)}`,
    directory: theme.directory?.replace('{user}', `user-${user.slice(-2)}`) ?? null,
    sizeInBytes: random.int(2_000, 90_000_000),
    sha256: random.hex(64),
    user,
    host,
    destination: theme.destination,
    exposure: theme.exposure,
    indicators: theme.indicators,
    hasFile: random.chance(0.7),
  };
}
