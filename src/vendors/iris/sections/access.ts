import * as v from 'valibot';
import type { Cell } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import { flag, number, objectId, text } from '../wire.ts';
import { cellsOf, lostNotice, tableBlock, textCell } from './blocks.ts';
import { keyed } from './keyed.ts';
import type { Source } from './source.ts';

const wireUser = v.object({
  user_id: objectId,
  user_name: text,
  user_login: text,
  user_email: text,
  user_active: flag,
  user_access_level: number,
});

const columns = [
  { id: 'name', title: 'Name' },
  { id: 'level', title: 'Access' },
  { id: 'email', title: 'E-mail' },
  { id: 'state', title: 'Account' },
];

/** Who may see the case. The list names those who are denied as well. */
export function accessSection(source: Source): SectionReader {
  return {
    async read(caseId, _cursor, signal) {
      const { rows, lost } = await source.list('listCaseUsers', caseId, null, wireUser, signal);
      const users = keyed(rows, user => user.user_id).map(({ key, row }) => ({
        id: key,
        cells: cellsOf({
          name: textCell(row.user_name ?? row.user_login, row.user_login),
          level: levelCell(row.user_access_level),
          email: textCell(row.user_email),
          state: row.user_active === false ? { kind: 'state', text: 'Deactivated', tone: 'quiet' } : null,
        }),
      }));
      return {
        blocks: [...tableBlock('users', null, columns, users), ...lostNotice(lost, 'users')],
        entries: [],
        observables: [],
        count: rows.length,
        next: null,
      };
    },
  };
}

function levelCell(level: number | null): Cell | null {
  if (level === null) return null;
  const words: Readonly<Record<number, string>> = { 1: 'Denied', 2: 'Read only', 4: 'Full' };
  return { kind: 'state', text: words[level] ?? `Level ${level}`, tone: level === 1 ? 'bad' : 'quiet' };
}
