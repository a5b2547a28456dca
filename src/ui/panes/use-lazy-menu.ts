import { type ComponentType, type RefObject, useEffect, useId, useRef, useState } from 'react';

/** What joins a menu to the button that it belongs to; see AnchoredMenu. */
export type MenuAnchor = {
  /** Of the button; the menu has its name from it. */
  id: string;
  button: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onChange: (isOpen: boolean) => void;
};

type Opening = Pick<MenuAnchor, 'isOpen' | 'onChange'>;

/**
 * A menu that loads when it is first opened, behind a button that stands there from the start. `load` is one function
 * for all renders. `opening` where somebody else opens the menu too. Spread `button` over the button, and draw
 * `Entries` beside it with `anchor` unless it is null: not opened yet.
 */
export function useLazyMenu<Props>(load: () => Promise<ComponentType<Props>>, opening?: Opening) {
  const [isOpenHere, setOpenHere] = useState(false);
  const [Entries, setEntries] = useState<ComponentType<Props> | null>(null);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { isOpen, onChange } = opening ?? { isOpen: isOpenHere, onChange: setOpenHere };
  const prefetch = () => void load().catch(() => undefined);

  // No Suspense: React may hold back for 300 ms what it waited for, even for what is there at once.
  useEffect(() => {
    if (!isOpen || Entries !== null) return;
    let isCurrent = true;
    load().then(
      loaded => isCurrent && setEntries(() => loaded),
      // The next press tries again.
      () => isCurrent && onChange(false),
    );
    return () => {
      isCurrent = false;
    };
  }, [isOpen, Entries, load, onChange]);

  useEffect(() => {
    // Where there is none, pointer and focus come early enough.
    if (!('requestIdleCallback' in window)) return;
    const request = requestIdleCallback(() => void load().catch(() => undefined));
    return () => cancelIdleCallback(request);
  }, [load]);

  return {
    button: {
      id,
      ref: button,
      'aria-haspopup': 'menu' as const,
      'aria-expanded': isOpen,
      'aria-controls': isOpen && Entries !== null ? `${id}-dropdown` : undefined,
      onClick: () => onChange(!isOpen),
      onPointerEnter: prefetch,
      onFocus: prefetch,
    },
    anchor: { id, button, isOpen, onChange } satisfies MenuAnchor,
    Entries,
  };
}
