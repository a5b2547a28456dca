import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Post } from '#domain/section.ts';
import { CopyButton } from '#ui/text/copy-button.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { StampValue } from '../stamp-value.tsx';
import { ReplyButton } from '../write/reply-button.tsx';
import type { BlockPlace } from './block-place.ts';
import { StateWord } from './cell-value.tsx';
import { DownloadList } from './download-list.tsx';
import { ItemMore } from './item-more.tsx';
import { LongText } from './long-text.tsx';
import classes from './posts-block.module.css';

export function PostView({ post, place }: { post: Post; place: BlockPlace }) {
  const { author, stamp, editedAt, marks, text, isDeleted = false, downloads = [] } = post;
  // The vendor's own mark may say so already.
  const isSaid = marks.some(mark => mark.text.toLowerCase() === 'deleted');
  return (
    <article className={classes['post']} data-deleted={isDeleted || undefined}>
      <header className={classes['head']}>
        {post.title === null ? null : (
          <h4 className={classes['title']}>
            <InertText text={post.title} shownLength={300} />
          </h4>
        )}
        <span className={classes['author']}>
          {author === null ? 'Author not said' : <InertText text={author} shownLength={120} />}
        </span>
        {stamp === null ? null : <StampValue stamp={stamp} />}
        {editedAt === null ? null : (
          <span className={classes['edited']}>
            edited <StampValue stamp={editedAt} />
          </span>
        )}
        {marks.map(mark => (
          <StateWord key={mark.text} text={mark.text} tone={mark.tone} />
        ))}
        {isDeleted && !isSaid ? <StateWord text="Deleted" tone="quiet" /> : null}
        <span className={classes['copy']}>
          {isDeleted ? null : <ReplyButton post={post} section={place.section} />}
          {text.text === '' ? null : <CopyButton text={text.text} label="Copy the text" />}
        </span>
      </header>
      {text.text === '' ? null : (
        <div className={classes['text']}>
          <LongText text={text} />
        </div>
      )}
      <DownloadList downloads={downloads} place={place} />
      {post.hasMore === true ? <WholePost post={post} place={place} /> : null}
    </article>
  );
}

/** The text of some posts is read on demand. */
function WholePost({ post, place }: { post: Post; place: BlockPlace }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className={classes['whole'] ?? ''}
      >
        {isOpen ? 'Show less' : 'Read the text'}
      </Button>
      {isOpen ? <ItemMore itemId={post.id} place={place} /> : null}
    </>
  );
}
