import {
  assigneeMe,
  type DateKey,
  type DateRange,
  type FacetKey,
  nobody,
  type SortKey,
} from '#domain/view.ts';
import {
  type Kind,
  kindLabels,
  type Severity,
  type Status,
  severityLabels,
  statusLabels,
} from '#domain/words.ts';

/** Each field by its one name. */
export const facetNames: Record<FacetKey, string> = {
  severity: 'Severity',
  connection: 'Connection',
  status: 'Status',
  assignee: 'Assignee',
  tenant: 'Tenant',
  vendor: 'Vendor',
  kind: 'Kind',
  tag: 'Tag',
};

export const dateNames: Record<DateKey, string> = {
  created: 'Created',
  updated: 'Updated',
  closed: 'Closed',
  due: 'Due',
  expires: 'Expires',
};

export const sortNames: Record<SortKey, string> = {
  severity: 'Severity',
  title: 'Title',
  status: 'Status',
  number: 'Id',
  vendor: 'Vendor',
  connection: 'Connection',
  kind: 'Kind',
  assignee: 'Assignee',
  tenant: 'Tenant',
  alertCount: 'Alerts',
  createdAt: 'Age',
  updatedAt: 'Updated',
  closedAt: 'Closed',
  dueAt: 'Due',
  expiresAt: 'Expires',
};

const nobodyWords: Partial<Record<FacetKey, string>> = {
  assignee: 'Unassigned',
  tenant: 'No tenant',
  tag: 'No tag',
};

/** A facet value in words; `names` tells connections and vendors apart. */
export function labelOfValue(key: FacetKey, value: string, names?: ReadonlyMap<string, string>): string {
  if (value === assigneeMe) return 'Me';
  if (value === nobody) return nobodyWords[key] ?? 'None';
  if (key === 'severity') return severityLabels[value as Severity] ?? value;
  if (key === 'status') return statusLabels[value as Status] ?? value;
  if (key === 'kind') return kindLabels[value as Kind] ?? value;
  return names?.get(value) ?? value;
}

const unitWords = { h: 'hour', d: 'day', w: 'week' } as const;

export function describeRange({ from, to }: DateRange): string {
  if (from !== null && to !== null) return `${describeEnd(from)} to ${describeEnd(to)}`;
  if (from !== null) return `since ${describeEnd(from)}`;
  return `until ${describeEnd(to ?? '')}`;
}

function describeEnd(end: string): string {
  const match = /^([+-])(\d+)([hdw])$/.exec(end);
  if (match === null) return end;
  const count = Number(match[2]);
  const unit = unitWords[match[3] as keyof typeof unitWords];
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return match[1] === '-' ? `${words} ago` : `in ${words}`;
}

export function describeSort(sort: readonly { key: SortKey }[]): string {
  return sort
    .map(({ key }, at) => (at === 0 ? sortNames[key] : sortNames[key].toLowerCase()))
    .join(', then ');
}
