import { InertText } from '#ui/text/inert-text.tsx';

/** Text of a vendor, inert, with the observables in it as chips. */
export function ObservedText({ text, shownLength }: { text: string; shownLength?: number }) {
  return <InertText text={text} {...(shownLength === undefined ? {} : { shownLength })} />;
}
