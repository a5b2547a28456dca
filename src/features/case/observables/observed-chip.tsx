import { observableKey } from '#domain/observable-key.ts';
import type { Observable } from '#domain/section.ts';
import { ObservableChip } from '#ui/chips/observable-chip.tsx';
import { asciiHostOf } from './ascii-host.ts';
import { leadsSomewhere } from './observable-words.ts';
import { useObserved } from './observed.ts';
import { SeenMenu } from './seen-menu.tsx';

type ObservedChipProps = {
  observable: Observable;
  /** In a narrow column: one line, and the count is said elsewhere. */
  isShort?: boolean;
};

/** An observable with what is known of it: in how many other cases it is, and which. */
export function ObservedChip({ observable, isShort = false }: ObservedChipProps) {
  const sightings = useObserved().sightings.get(observableKey(observable));
  const count = sightings?.count ?? 0;
  const hint = asciiHostOf(observable);
  return (
    <ObservableChip
      value={observable.value}
      isPlain={!leadsSomewhere(observable)}
      isShort={isShort}
      {...(hint === null ? {} : { hint })}
      {...(count === 0 || isShort ? {} : { seen: `in ${count.toLocaleString('en')}` })}
      renderMenu={() => <SeenMenu observable={observable} sightings={sightings} />}
    />
  );
}
