import { lazy } from 'react';
import type { DialogProps } from './modal-dialog.tsx';
import { WhenFirstOpen } from './when-first-open.tsx';

const ModalDialog = lazy(() =>
  import('./modal-dialog.tsx').then(module => ({ default: module.ModalDialog })),
);

export function Dialog(props: DialogProps) {
  return (
    <WhenFirstOpen isOpen={props.isOpen}>
      <ModalDialog {...props} />
    </WhenFirstOpen>
  );
}
