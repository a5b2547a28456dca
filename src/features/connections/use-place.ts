import { useSearchParams } from 'react-router';

/** What is open beside or over the cards; it stands in the URL, so that a link leads there and Back closes it. */
export type Place = {
  pane: { kind: 'add' } | { kind: 'edit'; id: string; isReplacing: boolean } | null;
  isDemoExplained: boolean;
};

export function readPlace(search: URLSearchParams): Place {
  const id = search.get('edit');
  const edit = id === null ? null : ({ kind: 'edit', id, isReplacing: search.has('replace') } as const);
  return {
    pane: search.get('add') === '1' ? { kind: 'add' } : edit,
    isDemoExplained: search.get('about') === 'demo',
  };
}

export function usePlace() {
  const [search, setSearch] = useSearchParams();
  return {
    place: readPlace(search),
    openAdd: () => setSearch({ add: '1' }),
    openEdit: (id: string, isReplacing: boolean) =>
      setSearch({ edit: id, ...(isReplacing ? { replace: '1' } : {}) }),
    explainDemo: () => setSearch({ about: 'demo' }),
    close: () => setSearch({}, { replace: true }),
  };
}
