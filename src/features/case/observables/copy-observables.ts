import { observableKey } from '#domain/observable-key.ts';
import type { Observable } from '#domain/section.ts';
import type { SightingsByKey } from '#store/case/where-seen.ts';
import { defang } from '#ui/text/defang.ts';
import { csvText } from '../copies/csv-text.ts';
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
  return csvText([heads, ...lines]);
}

function safeOf(observable: Observable): string {
  return leadsSomewhere(observable) ? defang(observable.value) : observable.value;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
