import { observableKey } from '#domain/observable-key.ts';
import type { Observable } from '#domain/section.ts';
import type { SightingsByKey } from '#store/case/where-seen.ts';
import { defang } from '#ui/text/defang.ts';
import type { CaseObservable } from './case-observables.ts';
import { leadsSomewhere, typeWordOf } from './observable-words.ts';

/** One a line. */
export function toLines(all: readonly CaseObservable[], isDefanged: boolean): string {
  return all.map(({ observable }) => oneLine(isDefanged ? safeOf(observable) : observable.value)).join('\n');
}

const heads = [
  'Type',
  'Value',
  'Defanged',
  "Vendor's word",
  'Named by the vendor',
  'Stands in',
  'In other cases',
];

/** RFC 4180, and safe to open in a spreadsheet. */
export function toCsv(all: readonly CaseObservable[], sightings: SightingsByKey): string {
  const lines = all.map(({ observable, isNamed, places }) => [
    typeWordOf(observable),
    observable.value,
    safeOf(observable),
    observable.raw,
    isNamed ? 'yes' : 'no',
    places.join('; '),
    sightings.get(observableKey(observable))?.count.toString() ?? '',
  ]);
  return [heads, ...lines].map(cells => `${cells.map(toCell).join(',')}\r\n`).join('');
}

function safeOf(observable: Observable): string {
  return leadsSomewhere(observable) ? defang(observable.value) : observable.value;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

// What a spreadsheet would take for a formula, also after what it skips, and in the wide forms of East Asian keyboards.
const formula = /^[\t\r\n\0]|^\s*[=+\-@＝＋－＠]/;

function toCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
