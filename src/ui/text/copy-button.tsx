import { ActionIcon } from '@mantine/core';
import { Check, Copy, X } from 'lucide-react';
import { useCopy } from './copy-text.ts';

const icons = { idle: Copy, copied: Check, refused: X };
const words = { idle: '', copied: 'Copied', refused: 'The browser did not allow copying' };

/** `label` names what is copied: 'Copy the case id'. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { state, copy } = useCopy();
  const Icon = icons[state];
  return (
    <>
      <ActionIcon size={20} aria-label={label} title={words[state] || label} onClick={() => copy(text)}>
        <Icon size={12} aria-hidden />
      </ActionIcon>
      <span className="cf-unseen" role="status">
        {words[state]}
      </span>
    </>
  );
}
