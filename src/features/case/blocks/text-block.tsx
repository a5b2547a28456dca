import type { Block } from '#domain/section.ts';
import { CopyButton } from '#ui/text/copy-button.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { BlockHead } from './block-head.tsx';
import classes from './blocks.module.css';
import { LongText } from './long-text.tsx';

export function TextBlock({ block }: { block: Extract<Block, { kind: 'text' }> }) {
  const { title, text, support = '' } = block;
  return (
    <>
      <BlockHead
        title={title}
        end={
          <>
            {support === '' ? null : (
              <span className={classes['support']}>
                <InertText text={support} shownLength={200} />
              </span>
            )}
            <CopyButton text={text.text} label={title === null ? 'Copy the text' : `Copy ${title}`} />
          </>
        }
      />
      <LongText text={text} />
    </>
  );
}
