/**
 * IRIS v2.0 writes dates in many forms and keeps two clocks. Each form is read here, and none with the zone of this
 * machine. All answer epoch ms, or null for what is empty or cannot be read.
 */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as the start of it in UTC. A day is not an instant: it is shown as this day in every zone. */
function day(year: string | undefined, month: number, date: string | undefined): number | null {
  const at = Date.UTC(Number(year), month - 1, Number(date));
  const read = new Date(at);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === Number(date) ? at : null;
}

/** '11/22/2026' of `/manage/cases/list`: month first. '' is a case that is open. */
export function readListDay(text: string | null): number | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text ?? '');
  return match === null ? null : day(match[3], Number(match[1]), match[2]);
}

/** '2026-11-22' of what case writes answer. */
export function readIsoDay(text: string | null): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '');
  return match === null ? null : day(match[1], Number(match[2]), match[3]);
}

/**
 * 'Sun, 22 Nov 2026 06:18:16 GMT' of reads. With 00:00:00 in `open_date` and `close_date` it is a day.
 * In comments, evidences and new tasks the time is that of the server's own zone, whatever 'GMT' says.
 */
export function readHttpDate(text: string | null): number | null {
  const match = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/.exec(text ?? '');
  if (match === null) return null;
  const start = day(match[3], months.indexOf(match[2] ?? '') + 1, match[1]);
  if (start === null) return null;
  return start + ((Number(match[4]) * 60 + Number(match[5])) * 60 + Number(match[6])) * 1000;
}

/** '2026-11-22T06:19:33.575894' of single objects: UTC without saying so. Whole seconds come without a fraction. */
export function readNaiveInstant(text: string | null): number | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?$/.exec(text ?? '');
  if (match === null) return null;
  const at = Date.parse(`${match[1]}.${(match[2] ?? '').padEnd(3, '0').slice(0, 3)}Z`);
  return Number.isNaN(at) ? null : at;
}

/** '1795328296.469098', a key of `modification_history`: epoch seconds. */
export function readHistoryKey(text: string): number | null {
  return /^\d{9,11}(\.\d+)?$/.test(text) ? Math.round(Number(text) * 1000) : null;
}

/** The day of an instant that stands for one, to be shown: '2026-11-22' everywhere. */
export function formatDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
