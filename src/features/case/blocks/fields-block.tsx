import type { Block } from '#domain/section.ts';
import { toShownField } from '../detail-field.tsx';
import { FieldList } from '../field-list.tsx';
import { BlockHead } from './block-head.tsx';
import classes from './blocks.module.css';

export function FieldsBlock({ block }: { block: Extract<Block, { kind: 'fields' }> }) {
  return (
    <>
      <BlockHead title={block.title} />
      <div className={classes['fields']}>
        <FieldList layout="rows" fields={block.fields.map(toShownField)} />
      </div>
    </>
  );
}
