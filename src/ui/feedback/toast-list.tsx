import { Notifications, notifications } from '@mantine/notifications';
import type { Toast } from './toast.ts';
import classes from './toast-list.module.css';

export function addToast({ text, durationMs = 6_000 }: Toast): void {
  notifications.show({
    message: text,
    autoClose: durationMs ?? false,
    withBorder: false,
    role: 'status',
    'aria-live': 'polite',
  });
}

export function ToastList() {
  return (
    <Notifications
      position="bottom-left"
      limit={1}
      containerWidth={360}
      classNames={{ root: classes['list'] ?? '' }}
    />
  );
}
