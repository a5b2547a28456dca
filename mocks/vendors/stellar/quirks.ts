/** What differs between releases and tenants of the vendor; each can be switched for a test. */
export type StellarQuirks = {
  /** Without both bounds of created_at only the last 24 h are searched. */
  hasDayRule: boolean;
  /** Skipping past this many rows answers 500; null on tenants that have no such limit. */
  skipLimit: number | null;
  /** Which spellings of the tenant filter are understood; others are ignored without a word. */
  tenantParameters: readonly string[];
  /** Whether `sort` and `order` are understood. */
  isSortUnderstood: boolean;
  /** Errors as bare text instead of JSON. */
  hasTextErrors: boolean;
  /** Whether `update_alerts` closes a case's alerts with it: releases before 5.4.1 ignore it. */
  hasAlertUpdates: boolean;
  /** Writes that succeed say nothing: 200 with an empty body. */
  hasEmptyWrites: boolean;
};

export const usualQuirks: StellarQuirks = {
  hasDayRule: true,
  skipLimit: 1000,
  tenantParameters: ['cust_id', 'tenantid', 'tenant_id'],
  isSortUnderstood: true,
  hasTextErrors: false,
  hasAlertUpdates: true,
  hasEmptyWrites: false,
};
