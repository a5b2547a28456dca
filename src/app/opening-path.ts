import { getAnalystSettings } from '#store/analyst-settings.ts';
import { builtInViews } from '#store/view/built-in-views.ts';

/** Where Casefold opens: the view chosen as the default, else the first built-in one. */
export function openingPath(): string {
  const { savedViews, defaultView } = getAnalystSettings();
  const view = [...savedViews, ...builtInViews].find(({ name }) => name === defaultView) ?? builtInViews[0];
  return `/queue?${view?.search ?? ''}`;
}
