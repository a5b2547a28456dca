import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { QueueRow } from '#domain/case.ts';
import type { FacetKey, SortKey } from '#domain/view.ts';
import { kindLabels } from '#domain/words.ts';
import { VendorBadge } from '#ui/marks/badges.tsx';
import { Initials } from '#ui/marks/initials.tsx';
import { SeverityMark } from '#ui/marks/severity-mark.tsx';
import { StatusLabel } from '#ui/marks/status-label.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { RelativeTime } from '#ui/time/relative-time.tsx';
import classes from './queue-table.module.css';
import { TagsCell } from './tags-cell.tsx';

export const queueTableFeatures = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnSizingFeature,
  columnResizingFeature,
  columnPinningFeature,
});

/** How a connection is named in rows: the vendor's short word, or its own name where two share a vendor. */
export type ConnectionNames = ReadonlyMap<string, { badge: string; name: string; vendor: string }>;

export type QueueColumn = {
  id: string;
  header: string;
  /** Shown instead of the word where there is no room for it. */
  icon?: 'person' | 'severity';
  sort: SortKey | null;
  widthPx: number;
  isNumeric?: true;
  /** What a cell says, for copying; '' when it says nothing. */
  text: (row: QueueRow, names: ConnectionNames) => string;
  /** Which facet a cell's value belongs to, and the value there. */
  facet?: (row: QueueRow) => { key: FacetKey; values: readonly string[] };
  cell: (row: QueueRow, names: ConnectionNames) => ReactNode;
};

const instant = (at: number | null) => (at === null ? '' : new Date(at).toISOString());

function timeColumn(id: 'updatedAt' | 'createdAt' | 'closedAt' | 'dueAt' | 'expiresAt', header: string) {
  return {
    id,
    header,
    sort: id,
    widthPx: 62,
    isNumeric: true,
    text: (row: QueueRow) => instant(row[id]),
    cell: (row: QueueRow) => <RelativeTime at={row[id]} form="short" />,
  } satisfies QueueColumn;
}

/** Every column there is, in the order of the default layout. */
export const queueColumns: readonly QueueColumn[] = [
  {
    id: 'severity',
    header: 'Severity',
    icon: 'severity',
    sort: 'severity',
    widthPx: 34,
    text: row => row.severity.raw || row.severity.value,
    facet: row => ({ key: 'severity', values: [row.severity.value] }),
    cell: row => <SeverityMark severity={row.severity.value} word={row.severity.raw} />,
  },
  {
    id: 'vendor',
    header: 'Vendor',
    sort: 'vendor',
    widthPx: 62,
    text: (row, names) => names.get(row.connectionId)?.name ?? row.connectionId,
    facet: row => ({ key: 'connection', values: [row.connectionId] }),
    cell: (row, names) => {
      const known = names.get(row.connectionId);
      return <VendorBadge name={known?.badge ?? row.connectionId} title={known?.name ?? row.connectionId} />;
    },
  },
  {
    id: 'number',
    header: 'Id',
    sort: 'number',
    widthPx: 84,
    text: row => row.number,
    cell: row => (
      <span className={classes['mono']} title={row.id}>
        {row.number}
      </span>
    ),
  },
  {
    id: 'title',
    header: 'Title',
    sort: 'title',
    widthPx: 320,
    text: row => row.title,
    cell: row => (
      <span className={row.status.value === 'new' ? classes['unread'] : undefined}>
        <InertText text={row.title} />
      </span>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    sort: 'status',
    widthPx: 132,
    text: row => row.status.raw || row.status.value,
    facet: row => ({ key: 'status', values: [row.status.value] }),
    cell: row => <StatusLabel status={row.status.value} word={row.status.raw} />,
  },
  {
    id: 'assignee',
    header: 'Assignee',
    icon: 'person',
    sort: 'assignee',
    widthPx: 36,
    text: row => row.assignee?.name ?? 'Unassigned',
    facet: row => ({ key: 'assignee', values: [row.assignee?.name ?? '@none'] }),
    cell: row => <Initials name={row.assignee?.name ?? null} />,
  },
  {
    id: 'tenant',
    header: 'Tenant',
    sort: 'tenant',
    widthPx: 96,
    text: row => row.tenant ?? '',
    facet: row => ({ key: 'tenant', values: [row.tenant ?? '@none'] }),
    cell: row => (row.tenant === null ? null : <InertText text={row.tenant} />),
  },
  {
    id: 'alertCount',
    header: 'Alerts',
    sort: 'alertCount',
    widthPx: 54,
    isNumeric: true,
    text: row => String(row.alertCount ?? ''),
    cell: row => row.alertCount,
  },
  { ...timeColumn('createdAt', 'Age'), widthPx: 46 },
  { ...timeColumn('updatedAt', 'Updated'), widthPx: 74 },
  {
    id: 'tags',
    header: 'Tags',
    sort: null,
    widthPx: 104,
    text: row => row.tags.join(', '),
    facet: row => ({ key: 'tag', values: row.tags.length === 0 ? ['@none'] : row.tags }),
    cell: row => <TagsCell row={row} />,
  },
  {
    id: 'kind',
    header: 'Kind',
    sort: 'kind',
    widthPx: 54,
    text: row => kindLabels[row.kind],
    facet: row => ({ key: 'kind', values: [row.kind] }),
    cell: row => kindLabels[row.kind],
  },
  {
    id: 'connection',
    header: 'Connection',
    sort: 'connection',
    widthPx: 110,
    text: (row, names) => names.get(row.connectionId)?.name ?? row.connectionId,
    facet: row => ({ key: 'connection', values: [row.connectionId] }),
    cell: (row, names) => names.get(row.connectionId)?.name ?? row.connectionId,
  },
  { ...timeColumn('closedAt', 'Closed'), widthPx: 66 },
  { ...timeColumn('dueAt', 'Due'), widthPx: 54 },
  { ...timeColumn('expiresAt', 'Expires'), widthPx: 70 },
];

export const columnById: ReadonlyMap<string, QueueColumn> = new Map(
  queueColumns.map(column => [column.id, column]),
);

/** From the one that stays longest to the one that goes first when room shrinks. */
export const defaultPriority = [
  'severity',
  'title',
  'status',
  'number',
  'vendor',
  'updatedAt',
  'assignee',
  'createdAt',
  'tenant',
  'alertCount',
  'tags',
] as const;

const helper = createColumnHelper<typeof queueTableFeatures, QueueRow>();

export const tableColumns = helper.columns(
  queueColumns.map(column =>
    helper.display({ id: column.id, header: column.header, size: column.widthPx, minSize: 34, maxSize: 900 }),
  ),
);
