import type { LucideIcon } from 'lucide-react';
import { CopyIcon, CopyStatus } from '#ui/text/copy-marks.tsx';
import { useCopy } from '#ui/text/copy-text.ts';
import { MenuButton } from './menu-button.tsx';

type CopyMenuButtonProps = {
  label: string;
  /** Ways to copy; the text is made when it is asked for. */
  entries: readonly { label: string; text: () => string }[];
  isDisabled?: boolean;
  size?: 'small' | 'normal';
  iconPx: number;
  /** While nothing was copied. */
  icon?: LucideIcon;
};

/** A menu of ways to copy one thing, which says for a moment how that went. */
export function CopyMenuButton(props: CopyMenuButtonProps) {
  const { label, entries, isDisabled = false, size = 'normal', iconPx, icon } = props;
  const { state, copy } = useCopy();
  return (
    <>
      <MenuButton
        label={label}
        size={size}
        icon={<CopyIcon state={state} sizePx={iconPx} {...(icon === undefined ? {} : { idle: icon })} />}
        sections={[
          {
            heading: '',
            entries: entries.map(entry => ({
              label: entry.label,
              isDisabled,
              onSelect: () => copy(entry.text()),
            })),
          },
        ]}
      />
      <CopyStatus state={state} />
    </>
  );
}
