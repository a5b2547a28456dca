import { ActionIcon } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { RelativeTime } from '#ui/time/relative-time.tsx';
import classes from './case-age.module.css';

type CaseAgeProps = {
  badge: string;
  /** When what is shown was read; null: never. */
  readAt: number | null;
  isReading: boolean;
  onRefresh: () => void;
};

/** 'IRIS read 21 s ago', and the way to read it now. */
export function CaseAge({ badge, readAt, isReading, onRefresh }: CaseAgeProps) {
  return (
    <span className={classes['age']}>
      <span>
        {isReading || readAt === null ? (
          `${isReading ? 'Reading' : 'Not read from'} ${badge}`
        ) : (
          <>
            {badge} read <RelativeTime at={readAt} />
          </>
        )}
      </span>
      <ActionIcon aria-label="Refresh" title={`Read it from ${badge} now`} onClick={onRefresh}>
        <RefreshCw size={14} aria-hidden />
      </ActionIcon>
    </span>
  );
}
