import { type ReactNode, useId } from 'react';
import classes from './case-section.module.css';

type CaseSectionProps = {
  /** The region's name. */
  title: string;
  /** Beside the title: 'Markdown'. */
  support?: ReactNode;
  children: ReactNode;
};

export function CaseSection({ title, support, children }: CaseSectionProps) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id} data-case-section={title} tabIndex={-1}>
      <div className={classes['head']}>
        <h2 id={id}>{title}</h2>
        {support === undefined ? null : <span className={classes['support']}>{support}</span>}
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
