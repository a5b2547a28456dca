import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './modal-dialog.module.css';

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, right-aligned, the one that acts last. */
  foot?: ReactNode;
  widthPx?: number;
};

export function ModalDialog({ title, isOpen, onClose, children, foot, widthPx = 520 }: DialogProps) {
  return (
    <Modal title={title} opened={isOpen} onClose={onClose} size={widthPx} centered>
      {children}
      {foot === undefined ? null : <div className={classes['foot']}>{foot}</div>}
    </Modal>
  );
}
