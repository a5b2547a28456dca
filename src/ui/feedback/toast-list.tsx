import { Button } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import type { Toast } from './toast.ts';
import classes from './toast-list.module.css';

export function addToast({ text, durationMs = 6_000, action }: Toast): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    message:
      action === undefined ? (
        text
      ) : (
        <span className={classes['withAction']}>
          <span className={classes['text']}>{text}</span>
          <Button
            size="compact-xs"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        </span>
      ),
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
