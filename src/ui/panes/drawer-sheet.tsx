import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';

export type SheetProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  side?: 'left' | 'right' | 'bottom';
  /** How far it reaches into the page; never beyond it. */
  sizePx?: number;
};

export function DrawerSheet({ title, isOpen, onClose, children, side = 'left', sizePx = 300 }: SheetProps) {
  return (
    <Drawer title={title} opened={isOpen} onClose={onClose} position={side} size={sizePx}>
      {children}
    </Drawer>
  );
}
