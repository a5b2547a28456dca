import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CaseRef } from '#domain/case.ts';
import { sectionTitles } from '#domain/section.ts';
import { useReadOn } from '#store/case/sections.ts';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './source-line.module.css';
import type { TimelineSource } from './use-timeline-entries.ts';

/** So many pages are read without being asked for. */
const unaskedPages = 20;

type SourceLineProps = { caseRef: CaseRef; source: TimelineSource };

/** Reads a section on, and says what of it is not here. Nothing once all is. */
export function SourceLine({ caseRef, source: { section, result } }: SourceLineProps) {
  const readOn = useReadOn(caseRef, section);
  const [isRestAsked, setRestAsked] = useState(false);
  const title = sectionTitles[section];
  const read = result?.data;
  const isResting = result?.isFetching !== true && !readOn.isPending && !readOn.isError;
  const hasMore = read !== undefined && read.next !== null;
  const isDue = hasMore && isResting && (isRestAsked || read.pages.length < unaskedPages);

  const { mutate } = readOn;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came asks for the next
  useEffect(() => {
    if (isDue) mutate();
  }, [isDue, read, mutate]);

  if (result === undefined) return null;
  if (result.isError)
    return (
      <ErrorLine
        text={`${title} ${read === undefined ? 'were not read' : 'are as read before'}. ${sentence(result.error)}`}
        onRetry={() => void result.refetch()}
        isRetrying={result.isFetching}
      />
    );
  if (read === undefined || !hasMore) return null;
  const far = howFar(read.pages.map(({ value }) => value));
  if (readOn.isError)
    return <ErrorLine text={`${title}: ${far}. ${sentence(readOn.error)}`} onRetry={() => readOn.mutate()} />;
  return (
    <p className={classes['line']}>
      <InertText text={`${title}: ${far}.`} />{' '}
      {isRestAsked ? (
        <Button size="compact-xs" onClick={() => setRestAsked(false)}>
          Stop reading
        </Button>
      ) : (
        <RestButton title={title} isReading={isDue || readOn.isPending} onAsk={() => setRestAsked(true)} />
      )}
    </p>
  );
}

function RestButton({ title, isReading, onAsk }: { title: string; isReading: boolean; onAsk: () => void }) {
  if (isReading) return <span>Reading on.</span>;
  return (
    <Button size="compact-xs" onClick={onAsk} aria-label={`Read the rest of ${title}`}>
      Read the rest
    </Button>
  );
}

/** '500 of 2,077 read'; without a total, or where records and entries are not one to one, how many came. */
function howFar(pages: readonly { entries: readonly unknown[]; count: number | null }[]): string {
  const held = pages.reduce((sum, { entries }) => sum + entries.length, 0);
  const count = pages.at(-1)?.count ?? null;
  const shown = held.toLocaleString('en');
  return count === null || count <= held
    ? `${shown} read, there are more`
    : `${shown} of ${count.toLocaleString('en')} read`;
}

function sentence(error: Error): string {
  return /[.?]$/.test(error.message) ? error.message : `${error.message}.`;
}
