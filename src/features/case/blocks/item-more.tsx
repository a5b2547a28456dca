import { useItem } from '#store/queries.ts';
import { SkeletonLines } from '../case-section.tsx';
import { RawCall } from '../raw-call.tsx';
import { SectionTrouble } from '../section-trouble.tsx';
import { useOpenCalls } from '../use-open-calls.ts';
import type { BlockPlace } from './block-place.ts';
import classes from './blocks.module.css';

/** One record whole, read when it is opened. */
export function ItemMore({ itemId, place }: { itemId: string; place: BlockPlace }) {
  const { data, error, isFetching, dataUpdatedAt, refetch } = useItem(place.caseRef, place.section, itemId);
  const openCalls = useOpenCalls();
  const blocks = data?.value.blocks ?? [];
  return (
    <>
      {error === null ? null : (
        <SectionTrouble
          error={error}
          badge={place.badge}
          readAt={data === undefined ? null : dataUpdatedAt}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {data === undefined && error === null ? <SkeletonLines count={4} /> : null}
      {data !== undefined && blocks.length === 0 ? (
        <p className={classes['notice']}>{place.badge} has no more of it.</p>
      ) : null}
      {place.draw(blocks)}
      {(data?.calls ?? []).map((call, index) => {
        const name = String(index);
        return (
          <RawCall
            key={name}
            call={call}
            isOpen={openCalls.has(name)}
            onToggle={() => openCalls.toggle(name)}
          />
        );
      })}
    </>
  );
}
