import type { Change, ChangeName } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';

/** What an alert does not have, by the change that would need it. */
export const missing = {
  severity: 'The service computes the risk of an alert. It cannot be set.',
  assignee: 'GTA alerts have no assignee.',
  tags: 'GTA alerts have no tags.',
  title: 'GTA alerts have no title. They are called by their gravest threat.',
} as const satisfies Partial<Record<ChangeName, string>>;

type Missing = keyof typeof missing;
export type Offered = Exclude<Change, { name: Missing }>;

/** Throws for what this vendor has no place for. */
export function onlyOffered(change: Change): Offered {
  switch (change.name) {
    case 'severity':
    case 'assignee':
    case 'tags':
    case 'title':
      throw notOffered(missing[change.name]);
    case 'post':
      if (change.section !== 'notes') throw notOffered('GTA alerts have one note and no comments.');
      if (change.isInternal)
        throw notOffered('The note of an alert is read by everybody who sees the alert.');
      return change;
    case 'text':
      if (change.field !== 'note') throw notOffered(`GTA alerts have one note and no ${change.field}.`);
      return change;
    default:
      return change;
  }
}

function notOffered(reason: string): VendorError {
  return new VendorError({
    code: 'unsupported',
    reason: 'not-offered',
    message: `${reason} Nothing was sent.`,
    retryable: false,
  });
}
