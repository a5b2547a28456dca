import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';

type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, right-aligned, the one that acts last. */
  foot?: ReactNode;
  widthPx?: number;
};

export function Dialog({ title, isOpen, onClose, children, foot, widthPx = 520 }: DialogProps) {
  return (
    <Modal title={title} opened={isOpen} onClose={onClose} size={widthPx} centered>
      {children}
      {foot === undefined ? null : <div className={classes['foot']}>{foot}</div>}
    </Modal>
  );
}
