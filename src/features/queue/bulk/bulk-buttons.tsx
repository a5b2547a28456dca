import { Button } from '@mantine/core';
import { Kbd } from '#ui/marks/kbd.tsx';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import { actionWords } from './action-words.ts';
import { type BulkAction, type BulkGroup, bulkActions, isUnavailable } from './bulk-form.ts';
import { mostAtOnce } from './use-selected-rows.ts';

type BulkButtonsProps = {
  groups: readonly BulkGroup[];
  count: number;
  current: BulkAction | null;
  onAct: (action: BulkAction) => void;
};

/** What can be done with the selected rows, where a vendor of theirs offers it. */
export function BulkButtons({ groups, count, current, onAct }: BulkButtonsProps) {
  const tooMany =
    count > mostAtOnce
      ? `At most ${mostAtOnce.toLocaleString('en')} are changed in one go. Narrow the view, or select fewer.`
      : null;
  return bulkActions.map(action => (
    <BulkButton
      key={action}
      action={action}
      reason={
        tooMany ?? (isUnavailable(action, groups) ? 'No vendor of the selected rows offers it now.' : null)
      }
      isCurrent={current === action}
      onAct={() => onAct(action)}
    />
  ));
}

type BulkButtonProps = {
  action: BulkAction;
  /** Why not; null: it can be done. */
  reason: string | null;
  isCurrent: boolean;
  onAct: () => void;
};

function BulkButton({ action, reason, isCurrent, onAct }: BulkButtonProps) {
  const { label, keys } = actionWords[action];
  return (
    <>
      {keys === null || reason !== null ? null : <ActionKey label={label} keys={keys} onAct={onAct} />}
      <Button
        variant={isCurrent ? 'light' : 'subtle'}
        color={isCurrent ? 'accent' : 'gray'}
        aria-pressed={isCurrent}
        // It stays in the order of tabs, so that its reason can be read.
        data-disabled={reason !== null}
        aria-disabled={reason !== null}
        title={reason ?? ''}
        onClick={() => {
          if (reason === null) onAct();
        }}
        rightSection={keys === null ? null : <Kbd keys={keys} />}
      >
        {label}
      </Button>
    </>
  );
}

function ActionKey({ label, keys, onAct }: { label: string; keys: string; onAct: () => void }) {
  useShortcut({ keys, description: `${label}, for the selected rows`, group: 'Queue', run: onAct });
  return null;
}
