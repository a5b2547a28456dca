import { useEffect, useRef } from 'react';
import { Kbd } from '#ui/marks/kbd.tsx';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import classes from './section-list.module.css';

export type ListedSection = {
  title: string;
  /** '148', '3 of 9'; '': nothing to count, or not known yet. */
  count: string;
};

type SectionListProps = {
  sections: readonly ListedSection[];
  current: string;
  onJump: (title: string) => void;
  /** What this vendor does not offer, in one sentence; null: nothing is missing. */
  notOffered: string | null;
};

const digits = 9;

/** The case's sections, the first nine each a digit away. */
export function SectionList({ sections, current, onJump, notOffered }: SectionListProps) {
  const list = useRef<HTMLElement>(null);

  // Where they stand side by side, the current one comes into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another current one is the reason
  useEffect(() => {
    const box = list.current;
    const entry = box?.querySelector<HTMLElement>('[aria-current="true"]');
    if (!box || !entry || box.scrollWidth <= box.clientWidth) return;
    box.scrollLeft = entry.offsetLeft - (box.clientWidth - entry.offsetWidth) / 2;
  }, [current]);

  return (
    <div className={classes['side']}>
      <nav ref={list} className={classes['list']} aria-label="Sections">
        {sections.map(({ title, count }, index) => (
          <button
            key={title}
            type="button"
            className={classes['entry']}
            aria-current={title === current}
            onClick={() => onJump(title)}
          >
            {index < digits ? (
              <>
                <SectionKey digit={String(index + 1)} title={title} onJump={onJump} />
                <Kbd keys={String(index + 1)} />
              </>
            ) : (
              <span className={classes['noKey']} />
            )}
            <span className={classes['name']}>{title}</span>
            {count === '' ? null : <span className={classes['count']}> {count}</span>}
          </button>
        ))}
      </nav>
      {notOffered === null ? null : <p className={classes['notOffered']}>{notOffered}</p>}
    </div>
  );
}

type SectionKeyProps = { digit: string; title: string; onJump: (title: string) => void };

function SectionKey({ digit, title, onJump }: SectionKeyProps) {
  useShortcut({ keys: digit, description: `Go to ${title}`, group: 'Case', run: () => onJump(title) });
  return null;
}
