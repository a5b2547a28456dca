import { InertText } from '#ui/text/inert-text.tsx';
import { useDivide } from './use-divide.tsx';

/** Text of a vendor, inert, with the observables in it as chips. */
export function ObservedText({ text, shownLength }: { text: string; shownLength?: number }) {
  const divide = useDivide();
  return <InertText text={text} divide={divide} {...(shownLength === undefined ? {} : { shownLength })} />;
}
