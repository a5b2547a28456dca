import { defang } from '#ui/text/defang.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';

const live =
  /\b(?:https?|ftps?):\/\/[^\s<>"'`]+|\bwww\.[^\s<>"'`]+|[^\s@<>"'`]+@[^\s@<>"'`]+\.[a-z]{2,}|\b(?:\d{1,3}\.){3}\d{1,3}\b/gi;

/** Text for a report: nothing in it becomes a link where it is pasted, and nothing in it is hidden. */
export function defangText(text: string): string {
  return showHidden(text.replace(live, found => defang(found.replace(/^www\./i, 'www[.]'))));
}
