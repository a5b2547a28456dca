import * as v from 'valibot';
import type { Post } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { SectionReader } from '#http/sections.ts';
import type { CaseAccess } from '../case-access.ts';
import type { StellarCall } from '../case-list.ts';
import { notUnderstood } from '../errors.ts';
import { type People, personOf } from '../people.ts';
import { isRecord, text } from '../wire-parts.ts';
import { stamp } from './stamp.ts';

const wireComment = v.object({
  _id: text,
  comment: text,
  created_at: stamp,
  modified_at: stamp,
  /** A user's id on some rows, a mail address or a name on others. */
  user: text,
  user_name: text,
});
export type WireComment = v.InferOutput<typeof wireComment>;
const wireComments = v.object({ data: v.array(v.unknown()) });

/** In no order. */
export async function readComments(
  call: StellarCall,
  id: string,
  signal: AbortSignal,
): Promise<WireComment[]> {
  const parsed = v.safeParse(wireComments, await call('listComments', { params: { id }, signal }));
  if (!parsed.success) throw notUnderstood('comments');
  return parsed.output.data.filter(isRecord).map(item => v.parse(wireComment, item));
}

export function createComments({ call, allow }: CaseAccess, people: People): SectionReader {
  return {
    async read(id, _cursor, signal) {
      const [comments, names] = await Promise.all([
        readComments(call, id, signal),
        people(signal),
        allow(id, signal),
      ]);
      const posts = comments
        .toSorted((one, other) => (one.created_at?.at ?? 0) - (other.created_at?.at ?? 0))
        .map((comment, index) => toPost(comment, index, names));
      return {
        blocks: posts.length === 0 ? [] : [{ kind: 'posts', key: 'comments', title: null, posts }],
        entries: posts.flatMap(toEntries),
        observables: [],
        count: posts.length,
        next: null,
      };
    },
  };
}

function toPost(wire: WireComment, index: number, names: ReadonlyMap<string, string>): Post {
  const { created_at: createdAt, modified_at: changedAt } = wire;
  const author = personOf(wire.user, names) ?? (wire.user_name || wire.user);
  const isEdited = changedAt !== null && changedAt.at > (createdAt?.at ?? Number.NEGATIVE_INFINITY);
  return {
    id: wire._id || `position-${index}`,
    title: null,
    author: author || null,
    stamp: createdAt,
    editedAt: isEdited ? changedAt : null,
    text: { format: 'text', text: wire.comment },
    marks: [],
    replyTo: null,
  };
}

function toEntries(post: Post): TimelineEntry[] {
  if (post.stamp === null) return [];
  return [
    {
      id: `comment ${post.id}`,
      kind: 'comment',
      stamp: post.stamp,
      actor: post.author,
      action: 'wrote a comment',
      subject: '',
      support: post.editedAt === null ? '' : 'edited since',
      body: post.text,
      severity: null,
      status: null,
      labels: [],
      color: null,
      section: 'comments',
      notBefore: null,
    },
  ];
}
