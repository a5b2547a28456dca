import { Button } from '@mantine/core';
import { ChevronLeft } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { Kbd } from '#ui/marks/kbd.tsx';
import { TopBar } from '#ui/panes/top-bar.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './case-top-bar.module.css';
import type { CasePlace } from './use-case-place.ts';

/** The way back and along the list on the left; on the right what concerns this one record. */
export function CaseTopBar({ place, end }: { place: CasePlace; end: ReactNode }) {
  const { index, total } = place;
  const goBack = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    place.back();
  };
  return (
    <TopBar end={end}>
      <nav className={classes['way']} aria-label="List">
        <Button
          component={Link}
          to={place.backTo}
          onClick={goBack}
          variant="subtle"
          color="gray"
          leftSection={<ChevronLeft size={16} aria-hidden />}
          rightSection={<Kbd keys="Esc" />}
        >
          <InertText text={place.backName} shownLength={40} />
        </Button>
        {index < 0 ? null : (
          <>
            <span className={classes['place']}>
              {(index + 1).toLocaleString('en')} of {total.toLocaleString('en')}
            </span>
            <Button
              variant="subtle"
              color="gray"
              aria-disabled={index === 0}
              onClick={() => place.step(-1)}
              rightSection={<Kbd keys="[" />}
            >
              Previous
            </Button>
            <Button
              variant="subtle"
              color="gray"
              aria-disabled={index + 1 >= total}
              onClick={() => place.step(1)}
              rightSection={<Kbd keys="]" />}
            >
              Next
            </Button>
          </>
        )}
      </nav>
    </TopBar>
  );
}
