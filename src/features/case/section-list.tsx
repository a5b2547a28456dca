import { Kbd } from '#ui/marks/kbd.tsx';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import classes from './section-list.module.css';

type SectionListProps = { titles: readonly string[]; current: string; onJump: (title: string) => void };

/** The case's sections, each a digit away. */
export function SectionList({ titles, current, onJump }: SectionListProps) {
  return (
    <nav className={classes['list']} aria-label="Sections">
      {titles.map((title, index) => (
        <button
          key={title}
          type="button"
          className={classes['entry']}
          aria-current={title === current}
          onClick={() => onJump(title)}
        >
          <SectionKey digit={String(index + 1)} title={title} onJump={onJump} />
          <Kbd keys={String(index + 1)} />
          {title}
        </button>
      ))}
    </nav>
  );
}

type SectionKeyProps = { digit: string; title: string; onJump: (title: string) => void };

function SectionKey({ digit, title, onJump }: SectionKeyProps) {
  useShortcut({ keys: digit, description: `Go to ${title}`, group: 'Case', run: () => onJump(title) });
  return null;
}
