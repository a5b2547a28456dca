import { type ReactNode, useId } from 'react';
import classes from './case-section.module.css';

type CaseSectionProps = {
  /** The region's name. */
  title: string;
  /** Beside the title: 'Markdown', '148 entries'. */
  support?: ReactNode;
  /** At the end of the title's line: its age, what can be done with all of it. */
  end?: ReactNode;
  children: ReactNode;
};

export function CaseSection({ title, support, end, children }: CaseSectionProps) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id} data-case-section={title} tabIndex={-1}>
      <div className={classes['head']}>
        <h2 id={id}>{title}</h2>
        {support === undefined ? null : <span className={classes['support']}>{support}</span>}
        {end === undefined ? null : <span className={classes['end']}>{end}</span>}
      </div>
      {children}
    </section>
  );
}

/** Lines in the room that text will take. */
export function SkeletonLines({ count }: { count: number }) {
  return (
    <div className={classes['skeleton']} aria-hidden>
      {Array.from({ length: count }, (_, index) => index).map(index => (
        <span key={index} className={classes['bar']} />
      ))}
    </div>
  );
}
