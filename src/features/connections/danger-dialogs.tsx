import { ConfirmDialog } from './confirm-dialog.tsx';
import type { ShownConnection } from './shown-connection.ts';

function sayRows({ state }: ShownConnection): string {
  return `${state.held.toLocaleString('en')} ${state.held === 1 ? 'row' : 'rows'}`;
}

type DialogProps = { shown: ShownConnection; onClose: () => void };

export function DeleteDialog({
  shown,
  remove,
  onClose,
}: DialogProps & { remove: (id: string) => Promise<unknown> }) {
  const { connection, vendor } = shown;
  return (
    <ConfirmDialog
      title={`Delete ${connection.name}?`}
      action={`Delete ${connection.name}`}
      isDangerous
      run={() => remove(connection.id)}
      onClose={onClose}
    >
      <p>
        Its settings and secret go, and the {sayRows(shown)} held here. Nothing changes at{' '}
        {vendor?.name ?? 'the vendor'}.
      </p>
    </ConfirmDialog>
  );
}

export function ForgetDialog({
  shown,
  forget,
  onClose,
}: DialogProps & { forget: (id: string) => Promise<unknown> }) {
  const { connection, vendor } = shown;
  return (
    <ConfirmDialog
      title={`Forget cached data of ${connection.name}?`}
      action="Forget and read again"
      run={() => forget(connection.id)}
      onClose={onClose}
    >
      <p>
        The {sayRows(shown)} held here are forgotten, in memory and on disk, and read again from{' '}
        {vendor?.name ?? 'the vendor'}. They are back in the queue as they come. Nothing changes at the
        vendor.
      </p>
    </ConfirmDialog>
  );
}
