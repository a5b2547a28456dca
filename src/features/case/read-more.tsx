import { Button } from '@mantine/core';
import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { useReadOn } from '#store/case/sections.ts';
import classes from './section-body.module.css';
import { SectionTrouble } from './section-trouble.tsx';

type ReadMoreProps = { caseRef: CaseRef; section: SectionId; badge: string; readAt: number | null };

/** The way to the next page of a section. */
export function ReadMore({ caseRef, section, badge, readAt }: ReadMoreProps) {
  const { mutate, isPending, error } = useReadOn(caseRef, section);
  return (
    <div className={classes['more']}>
      {error === null ? (
        <Button aria-disabled={isPending} onClick={() => (isPending ? undefined : mutate())}>
          {isPending ? `Reading more from ${badge}` : 'Read more'}
        </Button>
      ) : (
        <SectionTrouble
          error={error}
          badge={badge}
          readAt={readAt}
          isRetrying={isPending}
          onRetry={() => mutate()}
        />
      )}
    </div>
  );
}
