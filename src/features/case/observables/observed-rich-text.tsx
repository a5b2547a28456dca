import type { RichText } from '#domain/case.ts';
import { RichTextView } from '#ui/rich-text/rich-text-view.tsx';
import { useDivide } from './use-divide.tsx';

/** Markup of a vendor, inert, with the observables in its text as chips. */
export function ObservedRichText({ text }: { text: RichText }) {
  return <RichTextView format={text.format} text={text.text} divide={useDivide()} />;
}
