import { Checkbox, NativeSelect } from '@mantine/core';
import { Clock, TriangleAlert } from 'lucide-react';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './bulk.module.css';
import type { PlanBlock } from './make-plan.ts';

type PlanBlockViewProps = {
  block: PlanBlock;
  /** 'Close': for the box of what cannot be undone. */
  verb: string;
  onPick: (value: string) => void;
  onReason: (value: string) => void;
  onTick: (isTicked: boolean) => void;
};

/** What one connection will be sent, what of it is lost, and what cannot be undone. */
export function PlanBlockView({ block, verb, onPick, onReason, onTick }: PlanBlockViewProps) {
  const { name, rows, change, says, losses, isFinal, isIn, waits } = block;
  const count = rows.length.toLocaleString('en');
  const isDangerous = isFinal && change !== null;
  return (
    <section
      className={classes['block']}
      data-final={isDangerous || undefined}
      data-out={change === null || undefined}
      aria-label={name}
      aria-busy={block.isReading}
    >
      <div className={classes['blockHead']}>
        {isDangerous ? <TriangleAlert size={13} aria-hidden /> : null}
        <h3 className={classes['blockName']}>
          <InertText text={name} />
        </h3>
        <span className={classes['blockCount']}>{count}</span>
      </div>
      {says === '' ? null : (
        <p>
          <InertText text={says} />
        </p>
      )}
      {losses.map(loss => (
        <p key={loss} className={classes['loss']}>
          <InertText text={loss} />
        </p>
      ))}
      {block.choices.length === 0 ? null : (
        <NativeSelect
          aria-label={`Value for ${name}`}
          value={block.chosen ?? ''}
          onChange={event => onPick(event.currentTarget.value)}
          data={[
            { value: '', label: 'Leave out' },
            ...block.choices.map(({ value, label }) => ({ value, label })),
          ]}
        />
      )}
      {block.reasons.length === 0 || change === null ? null : (
        <NativeSelect
          aria-label={`Reason for ${name}`}
          value={block.reason}
          onChange={event => onReason(event.currentTarget.value)}
          data={[
            { value: '', label: 'Reason as written above' },
            ...block.reasons.map(({ value, label }) => ({ value, label })),
          ]}
        />
      )}
      {isDangerous ? (
        <Checkbox
          label={`${verb} ${rows.length === 1 ? 'this one' : `these ${count}`} as well: it cannot be undone`}
          checked={isIn}
          onChange={event => onTick(event.currentTarget.checked)}
        />
      ) : null}
      {waits === null ? null : (
        <p className={classes['waits']}>
          <Clock size={13} aria-hidden /> <InertText text={waits} />.{' '}
          {rows.length === 1 ? 'It waits' : 'They wait'} here and go after that.
        </p>
      )}
    </section>
  );
}
