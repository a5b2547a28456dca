import type { Person } from '#domain/case.ts';
import type { Kind, Severity, Status } from '#domain/words.ts';

/** Distinct values, and which of them each row has. */
export type CodeData<Value> = { values: Value[]; codes: Uint32Array };

/** Rows by column, apart from any index: what a snapshot holds. All columns are as long as `ids`. */
export type ColumnData = {
  ids: string[];
  codes: {
    connectionId: CodeData<string>;
    number: CodeData<string>;
    title: CodeData<string>;
    kind: CodeData<Kind>;
    status: CodeData<Status>;
    statusRaw: CodeData<string>;
    severity: CodeData<Severity>;
    severityRaw: CodeData<string>;
    assignee: CodeData<Person | null>;
    tenant: CodeData<string | null>;
    tags: CodeData<readonly string[]>;
  };
  /** NaN for none. */
  numbers: Record<NumberColumnName, Float64Array>;
};

export const numberColumnNames = [
  'createdAt',
  'updatedAt',
  'closedAt',
  'dueAt',
  'expiresAt',
  'alertCount',
] as const;
export type NumberColumnName = (typeof numberColumnNames)[number];
