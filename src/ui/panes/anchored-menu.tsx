import { Menu, type MenuProps } from '@mantine/core';
import { type Ref, type RefObject, useEffect, useImperativeHandle, useState } from 'react';
import type { MenuAnchor } from './use-lazy-menu.ts';

type AnchoredMenuProps = Omit<MenuProps, 'id' | 'opened' | 'onChange'> & { anchor: MenuAnchor };

/** A menu at a button that is drawn elsewhere. The children are its dropdown. */
export function AnchoredMenu({ anchor, children, ...props }: AnchoredMenuProps) {
  // Opened a moment after it is drawn: it remembers what had the focus only when it sees itself open.
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  return (
    <Menu {...props} id={anchor.id} opened={anchor.isOpen && isDrawn} onChange={anchor.onChange}>
      <Menu.Target>
        <StandIn button={anchor.button} />
      </Menu.Target>
      {children}
    </Menu>
  );
}

/** Gives the menu the button in place of an element of its own. */
function StandIn({ button, ref }: { button: RefObject<HTMLElement | null>; ref?: Ref<HTMLElement | null> }) {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => button.current, [button]);
  return null;
}
