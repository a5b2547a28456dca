import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { QueueRow } from '#domain/case.ts';
import { useMe } from '#store/queries.ts';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { useWarnOnLeaving } from '#ui/focus/use-warn-on-leaving.ts';
import { Kbd } from '#ui/marks/kbd.tsx';
import { SidePane } from '#ui/panes/side-pane.tsx';
import { actionWords } from './action-words.ts';
import classes from './bulk.module.css';
import { keepBulkDraft } from './bulk-draft.ts';
import { BulkFields } from './bulk-fields.tsx';
import type { BulkForm, BulkGroup } from './bulk-form.ts';
import { countIn, makePlan, toIntents } from './make-plan.ts';
import { PlanBlockView } from './plan-block.tsx';
import { sendBulk } from './send-bulk.ts';

export type BulkPaneProps = {
  form: BulkForm;
  onForm: (form: BulkForm) => void;
  rows: readonly QueueRow[];
  groups: readonly BulkGroup[];
  /** Selected, and at the vendor no more. */
  goneCount: number;
  /** Rows of the selection are still on the way. */
  isReading: boolean;
  onClose: () => void;
  /** They are with the outbox now. */
  onSent: () => void;
  /** All of them were taken back. */
  onUndone: () => void;
};

/** One form, and what each vendor will be sent by it. Stands where the peek does. */
export function BulkPane(props: BulkPaneProps) {
  const { form, onForm, rows, groups, goneCount, isReading, onClose } = props;
  const myNames = useMe();
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isKept, setKept] = useState(true);
  const isUnderWay = useRef(false);
  const pane = useRef<HTMLDivElement>(null);
  useWarnOnLeaving(form.text !== '' && !isKept);

  const { action } = form;
  // Whoever opened it by a key goes on typing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another action is another form
  useEffect(() => pane.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [action]);

  const words = actionWords[action];
  const blocks = makePlan(form, groups, myNames);
  const count = countIn(blocks);
  const isReady = count > 0 && !isReading && !isSending;

  function change(part: Partial<BulkForm>) {
    onForm({ ...form, ...part });
  }

  async function send() {
    if (!isReady || isUnderWay.current) return;
    isUnderWay.current = true;
    setSending(true);
    setTrouble(null);
    try {
      await sendBulk(toIntents(blocks), props.onUndone);
      keepBulkDraft(action, '');
      props.onSent();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      isUnderWay.current = false;
      setSending(false);
    }
  }

  function takeKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key of the form, which the button says
    <div ref={pane} className={classes['frame']} onKeyDown={takeKey}>
      <SidePane
        label="Plan"
        head={<h2 className={classes['title']}>{words.title(rows.length)}</h2>}
        onClose={onClose}
        foot={
          <div className={classes['foot']}>
            <p className={classes['support']}>Nothing leaves for 10 s after you send</p>
            <div className={classes['buttons']}>
              <Button onClick={onClose} rightSection={<Kbd keys="Esc" />}>
                Cancel
              </Button>
              <Button
                variant="filled"
                disabled={!isReady}
                onClick={() => void send()}
                rightSection={<Kbd keys="Ctrl ↵" />}
              >
                {words.button(count)}
              </Button>
            </div>
          </div>
        }
      >
        <div className={classes['content']}>
          <BulkFields
            form={form}
            groups={groups}
            tags={[...new Set(rows.flatMap(row => row.tags))].slice(0, 200)}
            onChange={change}
            onText={text => {
              setKept(keepBulkDraft(action, text));
              change({ text });
            }}
          />
          {trouble === null ? null : <ErrorLine text={trouble} />}
          {form.text === '' ? null : (
            <p className={classes['support']} role="status">
              {isKept
                ? 'Draft kept on this machine.'
                : 'This machine cannot keep the draft: it is on screen only.'}
            </p>
          )}
          <h3 className={classes['heading']}>What each vendor will be sent</h3>
          {isReading && rows.length === 0 ? <p className={classes['support']}>Reading the rows.</p> : null}
          {blocks.map(block => (
            <PlanBlockView
              key={block.key}
              block={block}
              verb={action === 'close' ? 'Close' : 'Change'}
              onPick={value => change({ picked: { ...form.picked, [block.key]: value } })}
              onReason={value => change({ reasons: { ...form.reasons, [block.key]: value } })}
              onTick={isTicked => change({ ticked: { ...form.ticked, [block.key]: isTicked } })}
            />
          ))}
          {goneCount === 0 ? null : (
            <p className={classes['support']}>
              {goneCount.toLocaleString('en')} of the selected {goneCount === 1 ? 'is' : 'are'} no longer at
              the vendor. Nothing is sent to {goneCount === 1 ? 'it' : 'them'}.
            </p>
          )}
        </div>
      </SidePane>
    </div>
  );
}
