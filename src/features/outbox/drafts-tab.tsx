import { useEffect, useState } from 'react';
import { parseRef } from '#domain/case.ts';
import { useRow } from '#store/queries.ts';
import { listDrafts } from '#store/write/drafts.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { CopyWords } from '#ui/text/copy-words.tsx';
import { RelativeTime } from '#ui/time/relative-time.tsx';
import { Words } from './change-view.tsx';
import classes from './outbox.module.css';
import { RecordHead } from './record-head.tsx';
import { useBadges } from './use-badges.ts';

type Kept = ReturnType<typeof listDrafts>[number];

/** Words that were typed and not sent, by record. */
export function DraftsTab() {
  const [drafts, setDrafts] = useState(listDrafts);
  // Another tab may be writing.
  useEffect(() => {
    const read = () => setDrafts(listDrafts());
    addEventListener('storage', read);
    return () => removeEventListener('storage', read);
  }, []);
  if (drafts.length === 0)
    return (
      <EmptyState title="No draft waits.">Everything that was typed here was sent or cleared.</EmptyState>
    );
  return (
    <ul className={classes['list']}>
      {drafts.map(kept => (
        <DraftEntry key={`${kept.field} ${kept.ref}`} kept={kept} />
      ))}
    </ul>
  );
}

function DraftEntry({ kept: { ref: name, draft } }: { kept: Kept }) {
  const { badgeOf } = useBadges();
  const ref = parseRef(name) ?? { connectionId: '', id: name };
  const { data: row } = useRow(ref);
  const title = row === null || row === undefined ? ref.id : `${row.number} ${row.title}`;
  return (
    <li className={classes['entry']} data-tone="waits">
      <RecordHead command={{ ref, title }} badge={badgeOf(ref.connectionId)} />
      <Words text={draft.text === '' ? 'All of the text is taken out.' : draft.text} />
      <p className={classes['stage']}>
        <span className={classes['stageWord']}>Draft.</span> Kept on this machine{' '}
        <RelativeTime at={draft.keptAt} />, not sent. It stands where it was typed, on the record's page.
      </p>
      <div className={classes['actions']}>
        <CopyWords text={draft.text} />
      </div>
    </li>
  );
}
