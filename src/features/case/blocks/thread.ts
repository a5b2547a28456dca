import type { Post } from '#domain/section.ts';

export type ThreadedPost = { post: Post; replies: readonly ThreadedPost[] };

/** Each post under the one it answers. One whose post is not here, or that would answer itself, stands at the root. */
export function threadOf(posts: readonly Post[]): readonly ThreadedPost[] {
  const byId = new Map(posts.map(post => [post.id, post]));
  const repliesTo = new Map<string | null, Post[]>();
  for (const post of posts) {
    const parent = parentOf(post, byId);
    repliesTo.set(parent, [...(repliesTo.get(parent) ?? []), post]);
  }
  const gather = (parent: string | null): ThreadedPost[] =>
    (repliesTo.get(parent) ?? []).map(post => ({ post, replies: gather(post.id) }));
  return gather(null);
}

function parentOf(post: Post, byId: ReadonlyMap<string, Post>): string | null {
  const passed = new Set([post.id]);
  for (let parent = post.replyTo; parent !== null; parent = byId.get(parent)?.replyTo ?? null) {
    if (passed.has(parent)) return null;
    passed.add(parent);
  }
  return post.replyTo !== null && byId.has(post.replyTo) ? post.replyTo : null;
}
