import classes from './feedback.module.css';

// Uneven, as titles are; fixed, so that nothing shimmers.
const widths = [62, 48, 71, 55, 80, 44, 66, 58];

type SkeletonRowsProps = {
  count: number;
  rowHeightPx?: number;
  /** What is being read: 'Reading cases'. */
  label: string;
};

/** The grid of rows that is being read; appears after 150 ms. Never instead of rows already held. */
export function SkeletonRows({ count, rowHeightPx = 28, label }: SkeletonRowsProps) {
  return (
    <div className={classes['skeleton']} role="status" aria-label={label}>
      {Array.from({ length: count }, (_, row) => row).map(row => (
        <div key={row} className={classes['skeletonRow']} style={{ height: rowHeightPx }}>
          <span className={classes['skeletonMark']} />
          <span className={classes['skeletonBar']} style={{ width: `${widths[row % widths.length]}%` }} />
        </div>
      ))}
    </div>
  );
}
