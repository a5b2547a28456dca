import { ActionIcon } from '@mantine/core';
import { ChevronDown, ChevronRight, File, Folder } from 'lucide-react';
import { useState } from 'react';
import type { Block, TreeNode } from '#domain/section.ts';
import { useUnfold } from '#ui/find/unfold.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { toShownField } from '../detail-field.tsx';
import { FieldList } from '../field-list.tsx';
import { BlockHead } from './block-head.tsx';
import type { BlockPlace } from './block-place.ts';
import { treeText } from './block-text.ts';
import { DownloadList } from './download-list.tsx';
import classes from './tree-block.module.css';

/** A folder of so few is open at first. */
const fewNodes = 20;

export function TreeBlock({ block, place }: { block: Extract<Block, { kind: 'tree' }>; place: BlockPlace }) {
  return (
    <>
      <BlockHead title={block.title} />
      <NodeList nodes={block.nodes} place={place} />
    </>
  );
}

function NodeList({ nodes, place }: { nodes: readonly TreeNode[]; place: BlockPlace }) {
  return (
    <ul className={classes['nodes']}>
      {nodes.map(node => (
        <Node key={node.id} node={node} place={place} />
      ))}
    </ul>
  );
}

function Node({ node, place }: { node: TreeNode; place: BlockPlace }) {
  const { isFolder, children, fields } = node;
  const [isOpened, setOpen] = useState(isFolder && children.length <= fewNodes);
  const isAll = useUnfold(
    () => [...children.map(treeText), ...fields.map(({ text }) => text)].join('\n'),
    () => setOpen(true),
  );
  const isOpen = isOpened || isAll;
  const isOpenable = children.length > 0 || fields.length > 0;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const Icon = isFolder ? Folder : File;
  return (
    <li>
      <div className={classes['node']}>
        {isOpenable ? (
          <ActionIcon
            size={20}
            aria-label={`${isOpen ? 'Close' : 'Open'} ${showHidden(node.name.slice(0, 120))}`}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpened)}
          >
            <Chevron size={14} aria-hidden />
          </ActionIcon>
        ) : (
          <span className={classes['noOpener']} />
        )}
        <Icon size={14} aria-hidden className={classes['icon']} />
        <span className={classes['name']}>
          <InertText text={node.name} shownLength={300} />
        </span>
        {isFolder ? (
          <span className={classes['count']}>
            {children.length === 0 ? 'empty' : children.length.toLocaleString('en')}
          </span>
        ) : null}
        <DownloadList downloads={node.download === undefined ? [] : [node.download]} place={place} areNamed />
      </div>
      {isOpen && fields.length > 0 ? (
        <div className={classes['fields']}>
          <FieldList layout="rows" fields={fields.map(toShownField)} />
        </div>
      ) : null}
      {isOpen && children.length > 0 ? <NodeList nodes={children} place={place} /> : null}
    </li>
  );
}
