import type { Offer } from '#domain/command.ts';
import { placeName, type postOffers } from './post-places.ts';
import { ReasonedButton } from './reasoned-button.tsx';
import classes from './write.module.css';

type ComposerPlacesProps = {
  places: ReturnType<typeof postOffers>;
  chosen: Offer | null;
  onChoose: (place: string) => void;
};

/** Which of a vendor's places the words go to. */
export function ComposerPlaces({ places, chosen, onChoose }: ComposerPlacesProps) {
  if (places.length < 2)
    return <span className={classes['place']}>{placeName(places[0]?.field ?? 'notes')}</span>;
  return (
    <fieldset className={classes['places']}>
      <legend className="cf-unseen">Where it goes</legend>
      {places.map(place => (
        <ReasonedButton
          key={place.field}
          size="compact-xs"
          variant={place === chosen ? 'light' : 'subtle'}
          {...(place === chosen ? {} : { color: 'gray' })}
          aria-pressed={place === chosen}
          unavailable={place.unavailable}
          onClick={() => onChoose(place.field)}
        >
          {placeName(place.field)}
        </ReasonedButton>
      ))}
    </fieldset>
  );
}
