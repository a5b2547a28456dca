import { ActionIcon } from '@mantine/core';
import { CopyIcon, CopyStatus, copyWords } from './copy-marks.tsx';
import { useCopy } from './copy-text.ts';

/** `label` names what is copied: 'Copy the case id'. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { state, copy } = useCopy();
  return (
    <>
      <ActionIcon size={20} aria-label={label} title={copyWords[state] || label} onClick={() => copy(text)}>
        <CopyIcon state={state} sizePx={12} />
      </ActionIcon>
      <CopyStatus state={state} />
    </>
  );
}
