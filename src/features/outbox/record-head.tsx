import { Link } from 'react-router';
import type { Command } from '#domain/command.ts';
import { VendorBadge } from '#ui/marks/badges.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './outbox.module.css';
import { closeOutbox } from './outbox-opening.ts';

type RecordHeadProps = {
  command: Pick<Command, 'ref' | 'title'>;
  badge: string;
};

/** Whose record it is, with the way to its page. */
export function RecordHead({ command: { ref, title }, badge }: RecordHeadProps) {
  return (
    <span className={classes['record']}>
      <VendorBadge name={badge} />
      <Link
        className={classes['title'] ?? ''}
        to={`/case/${encodeURIComponent(ref.connectionId)}/${encodeURIComponent(ref.id)}`}
        onClick={closeOutbox}
      >
        <InertText text={title} shownLength={300} />
      </Link>
    </span>
  );
}
