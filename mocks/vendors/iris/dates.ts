/** The date forms of IRIS v2.0: each function is one of them. */

const dayMs = 86_400_000;

/** 'Sun, 22 Nov 2026 06:18:16 GMT', what Flask's JSON makes of a datetime; milliseconds are lost. */
export function rfc1123(at: number): string {
  return new Date(at).toUTCString();
}

/** 'Sun, 22 Nov 2026 00:00:00 GMT' for a day, which is a day and not an instant. */
export function rfc1123Day(day: string): string {
  return rfc1123(Date.parse(`${day}T00:00:00Z`));
}

/** '2026-11-22T06:19:33.575000' without a zone, what marshmallow makes of one. Whole seconds have no fraction. */
export function isoNaive(at: number): string {
  const text = new Date(at).toISOString();
  return at % 1000 === 0 ? text.slice(0, 19) : `${text.slice(0, 23)}000`;
}

/** '2026-11-21T03:40:00.000000': timeline events always carry six digits. */
export function eventDate(at: number): string {
  return `${new Date(at).toISOString().slice(0, 23)}000`;
}

/** '2026-11-22T06:20:50' */
export function isoSeconds(at: number): string {
  return new Date(at).toISOString().slice(0, 19);
}

/** '11/22/2026' of the case list. */
export function monthDayYear(day: string): string {
  const [year, month, date] = day.split('-');
  return `${month}/${date}/${year}`;
}

/** '22-11-2026' of the overview. */
export function dayMonthYear(day: string): string {
  return day.split('-').reverse().join('-');
}

/** '22/11/2026' of the dashboard. */
export function slashedDayMonthYear(day: string): string {
  return day.split('-').reverse().join('/');
}

export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

export function daysBetween(day: string, at: number): number {
  return Math.floor((at - Date.parse(`${day}T00:00:00Z`)) / dayMs);
}

/** '1795328296.469', the way Python prints a float of seconds. */
export function historyKey(at: number): string {
  return at % 1000 === 0 ? `${at / 1000}.0` : String(at / 1000);
}

/** '+05:30' in ms; null when it is not an offset. */
export function offsetMs(zone: string): number | null {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (match === null) return null;
  const ms = (Number(match[2]) * 60 + Number(match[3])) * 60_000;
  return match[1] === '-' ? -ms : ms;
}
