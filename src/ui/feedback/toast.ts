import { notifications } from '@mantine/notifications';

type Toast = {
  text: string;
  /** Stays this long; until closed when null. */
  durationMs?: number | null;
};

/** For what happened out of sight. Never for success on screen, never for errors that need work. One at a time. */
export function showToast({ text, durationMs = 6_000 }: Toast): void {
  notifications.show({
    message: text,
    autoClose: durationMs ?? false,
    withBorder: false,
    role: 'status',
    'aria-live': 'polite',
  });
}
