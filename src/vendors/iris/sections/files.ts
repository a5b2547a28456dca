import * as v from 'valibot';
import type { DetailField } from '#domain/case.ts';
import type { Download, TreeNode } from '#domain/section.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { SectionReader } from '#http/sections.ts';
import { historyStamp } from '../stamps.ts';
import { instantField, textField } from './blocks.ts';
import { toEntry } from './entry.ts';
import { type StoredFile, wireFile, wireFolder, wireTree } from './files-wire.ts';
import { toHash } from './observable-type.ts';
import type { People } from './people.ts';
import { formatSize } from './sizes.ts';
import type { Source } from './source.ts';

type Teller = { source: Source; people: People };
type Found = { key: string; file: StoredFile };

/** The datastore of the case as a tree, in one call; every file can be fetched. */
export function filesSection(source: Source): SectionReader {
  return {
    async read(caseId, _cursor, signal) {
      // A case without a datastore is `[]` or `{}`.
      const tree = await source.one('listFiles', caseId, v.union([wireTree, v.array(v.unknown())]), signal);
      const teller = { source, people: await source.people(caseId, signal) };
      const found: Found[] = [];
      const nodes = Array.isArray(tree) ? [] : toNodes(teller, tree, found);
      const entries = found.flatMap(item => toFileEntry(teller, item));
      return {
        blocks: nodes.length === 0 ? [] : [{ kind: 'tree', key: 'files', title: null, nodes }],
        entries,
        observables: found.flatMap(({ file }) => toHash(file.file_sha256)),
        count: found.length,
        next: null,
      };
    },
  };
}

/** 'd-5' is a folder, 'f-3' a file. */
function toNodes(teller: Teller, children: Readonly<Record<string, unknown>>, found: Found[]): TreeNode[] {
  return Object.entries(children).flatMap(([key, value]): TreeNode[] => {
    if (key.startsWith('d-')) {
      const folder = v.safeParse(wireFolder, value);
      if (!folder.success) return [];
      return [
        {
          id: key,
          name: folder.output.name || 'Folder without a name',
          isFolder: true,
          fields: [],
          children: toNodes(teller, folder.output.children, found),
        },
      ];
    }
    const file = v.safeParse(wireFile, value);
    if (!file.success) return [];
    found.push({ key, file: file.output });
    const download = toDownload(key, file.output);
    return [
      {
        id: key,
        name: file.output.file_original_name || 'File without a name',
        isFolder: false,
        fields: fileFields(teller, file.output),
        children: [],
        ...(download === null ? {} : { download }),
      },
    ];
  });
}

function fileFields({ source, people }: Teller, file: StoredFile): DetailField[] {
  const marks = [file.file_is_evidence === true ? 'Evidence' : '', file.file_is_ioc === true ? 'IOC' : ''];
  return [
    textField('Size', file.file_size === null ? null : sizeText(file, file.file_size)),
    textField('SHA-256', file.file_sha256?.toLowerCase() ?? null, 'mono'),
    textField('Description', file.file_description),
    textField('Tags', file.file_tags),
    textField('Marked as', marks.filter(Boolean).join(', ')),
    textField('Password', file.file_password ? 'Set in IRIS, not shown here' : null),
    textField('Added by', people.byLogin(addition(file)?.user ?? null)),
    instantField('Added', addedAt(source, file)),
  ].filter(field => field !== null);
}

/** IRIS v2.0 loses small files on the way into their archive. */
function sizeText(file: StoredFile, size: number): string {
  const isZipped = file.file_is_ioc === true || file.file_password;
  return size === 0 && isZipped
    ? '0 bytes: this version of IRIS stores small files with a password empty'
    : formatSize(size);
}

/** Its own history has the instant in UTC, where `file_date_added` is by the server's clock. */
function addition(file: StoredFile): { key: string; user: string | null } | null {
  const created = Object.entries(file.modification_history).find(([, change]) => change.action === 'created');
  return created === undefined ? null : { key: created[0], user: created[1].user };
}

function addedAt(source: Source, file: StoredFile): Stamp | null {
  const created = addition(file);
  return (created === null ? null : historyStamp(created.key)) ?? source.server(file.file_date_added);
}

function toDownload(key: string, file: StoredFile): Download | null {
  if (!/^f-[1-9]\d{0,8}$/.test(key)) return null;
  return {
    id: key,
    name: file.file_original_name || key,
    size: file.file_size,
    label: file.file_original_name || 'File without a name',
    warning:
      file.file_is_ioc === true
        ? 'A file marked as an indicator of compromise: it may be malware.'
        : 'A file that somebody put into the case: it may be malware.',
  };
}

function toFileEntry({ source, people }: Teller, { key, file }: Found): TimelineEntry[] {
  const stamp = addedAt(source, file);
  if (stamp === null) return [];
  return [
    toEntry({
      id: `file-${key}`,
      kind: 'evidence',
      stamp,
      actor: people.byLogin(addition(file)?.user ?? null),
      action: 'uploaded',
      subject: file.file_original_name || 'a file without a name',
      support: file.file_size === null ? '' : formatSize(file.file_size),
      section: 'files',
    }),
  ];
}
