import * as v from 'valibot';
import type { IrisApi } from '../api.ts';
import { readHttpDate } from '../dates.ts';
import type { Source } from '../sections/source.ts';
import { text } from '../wire.ts';
import type { PostBox } from './post-box.ts';

const wireActivity = v.object({ activity_date: text, activity_desc: text, name: text });

/**
 * The task log. IRIS capitalizes a line the way Python does, every other letter small, and reads back the newest 40
 * activities only. They have no number, so a line is known by its second and by how often it stands there.
 */
export function logBox(api: IrisApi, source: Source): PostBox {
  return {
    async list(caseId, words, author, signal) {
      const { rows } = await source.list('listActivities', caseId, null, wireActivity, signal);
      const times = new Map<string, number>();
      return rows.flatMap(row => {
        if (row.name !== author.name || fold(row.activity_desc ?? '') !== fold(words)) return [];
        const date = row.activity_date ?? '';
        const count = (times.get(date) ?? 0) + 1;
        times.set(date, count);
        return [JSON.stringify([date, count, row.activity_desc])];
      });
    },

    async open(_caseId, id) {
      const [date, , stored] = JSON.parse(id) as [string, number, string];
      return { at: readHttpDate(date), after: { log: stored } };
    },

    add: async (caseId, words, signal) => {
      await api.write('addLogEntry', caseId, { log_content: words }, signal);
    },
  };
}

/** Letters without their case, also where a capital is more than one letter. */
function fold(words: string): string {
  return words.toUpperCase().toLowerCase();
}
