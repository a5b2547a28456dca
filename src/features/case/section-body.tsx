import { useEffect, useMemo, useRef } from 'react';
import type { useSections } from '#store/case/sections.ts';
import { SectionBlocks } from './blocks/block-list.tsx';
import { mergeBlocks } from './merge-blocks.ts';
import { ReadMore } from './read-more.tsx';
import classes from './section-body.module.css';
import { isSameTrouble, SectionTrouble } from './section-trouble.tsx';
import type { VendorSectionProps } from './vendor-section.tsx';

/** What came of reading a section; undefined: it is not asked for yet. */
export type SectionResult = ReturnType<typeof useSections>[number]['result'];

/** By vendor and section: how much room it took when it was last shown, so that what comes moves nothing. */
const knownHeightsPx = new Map<string, number>();
const usualHeightPx = 66;
const largestHeightPx = 480;

type SectionBodyProps = VendorSectionProps & {
  /** A text that stands above it already. */
  omitted?: string | undefined;
};

export function SectionBody({ caseRef, section, result, badge, caseError, omitted }: SectionBodyProps) {
  const body = useRef<HTMLDivElement>(null);
  const heightKey = `${badge} ${section}`;
  const data = result?.data;
  const error = result?.error ?? null;
  const blocks = useMemo(
    () =>
      mergeBlocks(data?.pages.map(({ value }) => value) ?? []).filter(
        block => block.kind !== 'text' || omitted === undefined || block.text.text.trim() !== omitted.trim(),
      ),
    [data, omitted],
  );

  useEffect(() => {
    const heightPx = body.current?.offsetHeight ?? 0;
    if (data !== undefined && heightPx > 0) knownHeightsPx.set(heightKey, heightPx);
  }, [data, heightKey]);

  if (data === undefined && error === null) {
    const heightPx = Math.min(knownHeightsPx.get(heightKey) ?? usualHeightPx, largestHeightPx);
    return <SectionSkeleton heightPx={heightPx} />;
  }
  if (data === undefined && error !== null && isSameTrouble(error, caseError))
    return <p className={classes['none']}>Not read.</p>;
  const readAt = data === undefined ? null : (result?.dataUpdatedAt ?? null);
  return (
    <>
      {error === null ? null : (
        <SectionTrouble
          error={error}
          badge={badge}
          readAt={readAt}
          isRetrying={result?.isFetching ?? false}
          onRetry={() => void result?.refetch()}
        />
      )}
      {data === undefined ? null : (
        <div ref={body} className={classes['body']}>
          {blocks.length === 0 && section !== 'summary' ? (
            <p className={classes['none']}>{badge} lists none.</p>
          ) : null}
          <SectionBlocks blocks={blocks} caseRef={caseRef} section={section} badge={badge} />
          {data.next === null ? null : (
            <ReadMore caseRef={caseRef} section={section} badge={badge} readAt={readAt} />
          )}
        </div>
      )}
    </>
  );
}

function SectionSkeleton({ heightPx }: { heightPx: number }) {
  return (
    <div className={classes['skeleton']} style={{ height: heightPx }} aria-hidden>
      {Array.from({ length: Math.max(1, Math.floor(heightPx / 28)) }, (_, index) => index).map(index => (
        <span key={index} className={classes['bar']} />
      ))}
    </div>
  );
}
