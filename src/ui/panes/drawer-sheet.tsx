import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';

export type SheetProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  side?: 'left' | 'bottom';
};

export function DrawerSheet({ title, isOpen, onClose, children, side = 'left' }: SheetProps) {
  return (
    <Drawer title={title} opened={isOpen} onClose={onClose} position={side} size={300}>
      {children}
    </Drawer>
  );
}
