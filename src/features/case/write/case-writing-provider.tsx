import { type ReactNode, useMemo, useState } from 'react';
import { type CaseRef, formatRef, type QueueRow } from '#domain/case.ts';
import type { Post } from '#domain/section.ts';
import { entriesOf, useLedger, useOffers, useOutbox } from '#store/write/writes.ts';
import { CaseWritingContext } from './case-writing.ts';

type CaseWritingProviderProps = {
  caseRef: CaseRef;
  /** null: nothing is known of it, and nothing is written. */
  row: QueueRow | null;
  badge: string;
  readAt: number | null;
  /** False while one passes by: the vendor is not asked what may be changed. */
  isStill: boolean;
  children: ReactNode;
};

/** Around the page of one case. */
export function CaseWritingProvider({
  caseRef,
  row,
  badge,
  readAt,
  isStill,
  children,
}: CaseWritingProviderProps) {
  const { data: offers = null, error, refetch } = useOffers(caseRef, isStill);
  const outbox = useOutbox();
  const { data: ledger } = useLedger();
  const [since] = useState(() => Date.now());
  const [reply, setReply] = useState<{ name: string; post: Post } | null>(null);
  const name = formatRef(caseRef);
  const trouble =
    error === null || offers !== null
      ? null
      : `${error.message.replace(/\.$/, '')}. What may be changed is not known.`;

  const writing = useMemo(
    () =>
      row === null
        ? null
        : {
            row,
            badge,
            offers,
            trouble,
            readAt,
            askAgain: () => void refetch(),
            entries: entriesOf(outbox, row),
            saved: (ledger ?? [])
              .filter(
                line => line.result === 'saved' && line.at >= since && formatRef(line.command.ref) === name,
              )
              .toReversed(),
            replyTo: reply?.name === name ? reply.post : null,
            setReplyTo: (post: Post | null) => setReply(post === null ? null : { name, post }),
          },
    [row, badge, offers, trouble, readAt, refetch, outbox, ledger, since, reply, name],
  );
  return <CaseWritingContext value={writing}>{children}</CaseWritingContext>;
}
