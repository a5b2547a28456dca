import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import { type ReactNode, type Ref, useId } from 'react';
import { showHidden } from '#ui/text/hidden-characters.ts';

type ReasonedButtonProps = Omit<ButtonProps, 'children' | 'disabled'> & {
  children: ReactNode;
  /** Why it cannot be pressed, in a sentence; null: it can. */
  unavailable: string | null;
  onClick: () => void;
  ref?: Ref<HTMLButtonElement>;
  'aria-label'?: string;
  'aria-pressed'?: boolean;
};

/** What may not be done stays in its place, and says why to those who point at it, come to it by key, or hear it. */
export function ReasonedButton({ unavailable, onClick, children, ...rest }: ReasonedButtonProps) {
  const id = useId();
  if (unavailable === null)
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  const reason = showHidden(unavailable);
  return (
    <>
      <Tooltip label={reason} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
        <Button {...rest} aria-disabled aria-describedby={id} data-disabled>
          {children}
        </Button>
      </Tooltip>
      <span id={id} className="cf-unseen">
        {reason}
      </span>
    </>
  );
}
