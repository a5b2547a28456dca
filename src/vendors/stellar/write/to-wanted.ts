import type { Change, FieldValues } from '#domain/command.ts';
import { toResolution, wordsOf } from './change-words.ts';

/** The fields of a change, as they are once it is made. */
export function toWanted(change: Change, fresh: FieldValues): FieldValues {
  switch (change.name) {
    case 'status':
    case 'reopen':
      return { status: change.to };
    case 'severity':
      return { severity: change.to };
    case 'assignee':
      return { assignee: change.to ?? '' };
    case 'title':
      return { title: change.to };
    case 'text':
      return { [change.field]: change.to };
    case 'tags':
      return { tags: joinTags(changeTags(splitTags(fresh['tags'] ?? ''), change)) };
    case 'post':
      return { comments: change.text };
    case 'close': {
      const resolution = toResolution(change.reason);
      const words = wordsOf(change);
      return {
        status: change.to,
        ...(resolution === null ? {} : { resolution }),
        ...(words === null ? {} : { reason: words.text }),
        // Absent where the case has no alerts, or they do not say how they stand.
        ...(fresh['alerts'] === undefined ? {} : { alerts: 'Closed' }),
      };
    }
  }
}

/** As a row's tags are told: sorted, one on a line. */
export function joinTags(tags: readonly string[]): string {
  return tags.toSorted().join('\n');
}

function splitTags(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function changeTags(
  tags: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): string[] {
  const added = [...new Set(add)].filter(tag => !tags.includes(tag));
  return [...tags, ...added].filter(tag => !remove.includes(tag));
}
