import { Checkbox } from '@mantine/core';
import type { Offer } from '#domain/command.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';

type KeepStatusProps = {
  offer: Offer | null;
  /** The vendor's own word. */
  status: string;
  isKept: boolean;
  onChange: (isKept: boolean) => void;
};

/** Where words would move the status. */
export function KeepStatus({ offer, status, isKept, onChange }: KeepStatusProps) {
  if (offer?.canKeepStatus !== true) return null;
  return (
    <Checkbox
      label={`Leave the status at ${showHidden(status)}`}
      checked={isKept}
      onChange={event => onChange(event.currentTarget.checked)}
    />
  );
}
