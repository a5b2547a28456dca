import { Menu } from '@mantine/core';
import { Link } from 'react-router';
import type { QueueRow } from '#domain/case.ts';
import { formatRef } from '#domain/case.ts';
import type { Observable } from '#domain/section.ts';
import { emptyView, formatView } from '#domain/view-url.ts';
import { statusLabels } from '#domain/words.ts';
import type { Sightings } from '#store/engine/engine-port.ts';
import { useConnectionNames } from '#store/queries.ts';
import { VendorBadge } from '#ui/marks/badges.tsx';
import { StatusGlyph } from '#ui/marks/status-glyph.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { casePath } from '../case-path.ts';
import classes from './observables.module.css';
import { seenWords } from './seen-words.ts';

type SeenMenuProps = {
  observable: Observable;
  /** undefined: not counted yet. */
  sightings: Sightings | undefined;
};

/** What a chip's menu leads to: the queue narrowed by it, and the other cases that hold it. */
export function SeenMenu({ observable, sightings }: SeenMenuProps) {
  const search = formatView({ ...emptyView, q: observable.value });
  return (
    <>
      <Menu.Item component={Link} to={`/queue?${search}`}>
        Filter the queue by this
      </Menu.Item>
      {sightings === undefined ? null : <OtherCases sightings={sightings} />}
    </>
  );
}

function OtherCases({ sightings }: { sightings: Sightings }) {
  const names = useConnectionNames();
  const { latest, count } = sightings;
  const words = seenWords(sightings);
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{`${words.charAt(0).toUpperCase()}${words.slice(1)}`}</Menu.Label>
      <div className={classes['others']}>
        {latest.map(row => (
          <OtherCase
            key={formatRef(row)}
            row={row}
            badge={names.get(row.connectionId)?.badge ?? row.connectionId}
          />
        ))}
      </div>
      {count > latest.length ? (
        <Menu.Label>and {(count - latest.length).toLocaleString('en')} more</Menu.Label>
      ) : null}
    </>
  );
}

function OtherCase({ row, badge }: { row: QueueRow; badge: string }) {
  const word = row.status.raw || statusLabels[row.status.value];
  return (
    <Menu.Item component={Link} to={casePath(row)}>
      <span className={classes['other']}>
        <VendorBadge name={badge} />{' '}
        <span className={classes['number']}>
          <InertText text={row.number} shownLength={40} />
        </span>{' '}
        <span className={classes['title']}>
          <InertText text={row.title} shownLength={120} />
        </span>{' '}
        <span className={classes['status']}>
          <InertText text={word} shownLength={40} />
        </span>
        <StatusGlyph status={row.status.value} sizePx={12} isDecoration />
      </span>
    </Menu.Item>
  );
}
