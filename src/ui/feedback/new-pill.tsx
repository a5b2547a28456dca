import { ArrowUp } from 'lucide-react';
import { Kbd } from '#ui/marks/kbd.tsx';
import classes from './feedback.module.css';

/** Rows that arrived and wait. Stands in the count line, never over a row; renders nothing while there are none. */
export function NewPill({ count, keys, onShow }: { count: number; keys?: string; onShow: () => void }) {
  if (count === 0) return null;
  return (
    <button type="button" className={classes['newPill']} onClick={onShow}>
      <ArrowUp size={12} aria-hidden />
      {count.toLocaleString('en')} new
      {keys === undefined ? null : <Kbd keys={keys} />}
    </button>
  );
}
