import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { type CaseRef, formatRef } from '#domain/case.ts';
import { useHeldSections } from '#store/case/sections.ts';
import { useOfferedSections } from '#store/queries.ts';
import { type PagePart, type PartId, partsOf } from './page-parts.ts';
import { PeekPart } from './peek-part.tsx';
import classes from './peek-sections.module.css';
import { countText } from './section-count.ts';

/** What stands in the pane already, or has no room there. */
const elsewhere: readonly PartId[] = ['details', 'raw'];

type PeekSectionsProps = {
  caseRef: CaseRef;
  badge: string;
  /** Rows passed by at the speed of a held key are not asked for. */
  isStill: boolean;
};

/** The sections of a case, each a heading that loads what is under it when it is opened, and stays so row by row. */
export function PeekSections({ caseRef, badge, isStill }: PeekSectionsProps) {
  const offered = useOfferedSections(caseRef.connectionId);
  const held = useHeldSections(caseRef, offered);
  const [open, setOpen] = useState<ReadonlySet<PartId>>(new Set());
  const parts = partsOf(offered).filter(
    ({ id }) => !elsewhere.includes(id) && (id !== 'summary' || offered.includes(id)),
  );
  const toggle = (id: PartId) =>
    setOpen(open.has(id) ? new Set([...open].filter(one => one !== id)) : new Set([...open, id]));
  return (
    <div className={classes['parts']}>
      {parts.map(part => (
        <PeekHeading
          key={part.id}
          part={part}
          count={countText(held.find(({ section }) => section === part.id)?.read)}
          isOpen={open.has(part.id)}
          onToggle={() => toggle(part.id)}
        >
          {isStill ? (
            <PeekPart
              key={formatRef(caseRef)}
              part={part}
              caseRef={caseRef}
              badge={badge}
              offered={offered}
            />
          ) : null}
        </PeekHeading>
      ))}
    </div>
  );
}

type PeekHeadingProps = {
  part: PagePart;
  /** '': not known before it is opened. */
  count: string;
  isOpen: boolean;
  onToggle: () => void;
  children: React.ReactNode;
};

function PeekHeading({ part, count, isOpen, onToggle, children }: PeekHeadingProps) {
  const id = useId();
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className={classes['part']}>
      <h3 className={classes['heading']}>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onToggle}
        >
          <Chevron size={14} aria-hidden />
          {/* What the vendor says beyond the description. */}
          <span>{part.id === 'summary' ? 'More of the summary' : part.title}</span>
          {count === '' ? null : <span className={classes['count']}> {count}</span>}
        </button>
      </h3>
      {isOpen ? (
        <div id={id} className={classes['body']}>
          {children}
        </div>
      ) : null}
    </div>
  );
}
