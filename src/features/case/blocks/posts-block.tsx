import type { Block } from '#domain/section.ts';
import { BlockHead } from './block-head.tsx';
import type { BlockPlace } from './block-place.ts';
import { PostView } from './post-view.tsx';
import classes from './posts-block.module.css';
import { type ThreadedPost, threadOf } from './thread.ts';

/** What people wrote, each answer under what it answers. */
export function PostsBlock({
  block,
  place,
}: {
  block: Extract<Block, { kind: 'posts' }>;
  place: BlockPlace;
}) {
  if (block.posts.length === 0) return null;
  return (
    <>
      <BlockHead title={block.title} />
      <PostList posts={threadOf(block.posts)} place={place} />
    </>
  );
}

function PostList({ posts, place }: { posts: readonly ThreadedPost[]; place: BlockPlace }) {
  return (
    <ul className={classes['posts']}>
      {posts.map(({ post, replies }) => (
        <li key={post.id}>
          <PostView post={post} place={place} />
          {replies.length === 0 ? null : <PostList posts={replies} place={place} />}
        </li>
      ))}
    </ul>
  );
}
