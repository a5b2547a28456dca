import { formatView, parseView } from '#domain/view-url.ts';

type NamedSearch = { name: string; search: string };

/** What the list that one came from is called; 'Queue' when its view has no name. Widths and order of columns do not matter. */
export function viewNameOf(path: string, views: readonly NamedSearch[]): string {
  const asked = normalSearch(path.split('?')[1] ?? '');
  return views.find(({ search }) => normalSearch(search) === asked)?.name ?? 'Queue';
}

function normalSearch(search: string): string {
  return formatView({ ...parseView(new URLSearchParams(search)), columns: null }).toString();
}
