import { useMemo } from 'react';
import type { CaseRef } from '#domain/case.ts';
import type { Block, SectionId } from '#domain/section.ts';
import { ObservedText } from '../observables/observed-text.tsx';
import { BlockHead } from './block-head.tsx';
import type { BlockPlace } from './block-place.ts';
import classes from './blocks.module.css';
import { DownloadList } from './download-list.tsx';
import { FieldsBlock } from './fields-block.tsx';
import { PostsBlock } from './posts-block.tsx';
import { TableBlock } from './table-block.tsx';
import { TextBlock } from './text-block.tsx';
import { TreeBlock } from './tree-block.tsx';

type SectionBlocksProps = { blocks: readonly Block[]; caseRef: CaseRef; section: SectionId; badge: string };

/** Draws what an adapter put into a section. */
export function SectionBlocks({ blocks, caseRef, section, badge }: SectionBlocksProps) {
  const place = useMemo(() => {
    const made: BlockPlace = {
      caseRef,
      section,
      badge,
      draw: inner => <BlockList blocks={inner} place={made} />,
    };
    return made;
  }, [caseRef, section, badge]);
  return place.draw(blocks);
}

function BlockList({ blocks, place }: { blocks: readonly Block[]; place: BlockPlace }) {
  return blocks.map(block => (
    <div key={`${block.kind} ${block.key}`} className={classes['block']}>
      <BlockBody block={block} place={place} />
    </div>
  ));
}

function BlockBody({ block, place }: { block: Block; place: BlockPlace }) {
  switch (block.kind) {
    case 'text':
      return <TextBlock block={block} />;
    case 'fields':
      return <FieldsBlock block={block} />;
    case 'table':
      return <TableBlock table={block} place={place} />;
    case 'posts':
      return <PostsBlock block={block} place={place} />;
    case 'tree':
      return <TreeBlock block={block} place={place} />;
    case 'downloads':
      return (
        <>
          <BlockHead title={block.title} />
          <DownloadList downloads={block.downloads} place={place} />
        </>
      );
    case 'notice':
      return (
        <p className={classes['notice']}>
          <ObservedText text={block.text} />
        </p>
      );
  }
}
