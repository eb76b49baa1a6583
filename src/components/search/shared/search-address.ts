import { noFilters, type Filters } from '../../../search/query/result-types.ts';

/** The query and the filters of a search. */
export interface SearchState {
  query: string;
  filters: Filters;
}

/** A search for nothing. */
export const emptySearch: SearchState = { query: '', filters: noFilters };

/** The filters, in the order in which they are shown and written. */
export const filterNames = ['kind', 'agent', 'topic'] as const satisfies readonly (keyof Filters)[];

export type FilterName = (typeof filterNames)[number];

/** Reads a search from an address: `?q=ffi&kind=gate&agent=rust-pro&topic=ffi`. Unknown values match nothing. */
export function readSearch(parameters: URLSearchParams): SearchState {
  const values = (name: FilterName) => [...new Set(parameters.getAll(name))].filter((value) => value !== '');
  return {
    query: parameters.get('q')?.trim() ?? '',
    filters: { kind: values('kind'), agent: values('agent'), topic: values('topic') },
  };
}

/** Writes a search as the query of an address, with a leading `?` or empty; the inverse of `readSearch`. */
export function writeSearch({ query, filters }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query.trim() !== '') parameters.set('q', query.trim());
  for (const name of filterNames) for (const value of filters[name]) parameters.append(name, value);
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

/** Reads the search that a link to the search page opens. */
export function searchOfLink(link: HTMLAnchorElement): SearchState {
  return readSearch(new URL(link.href).searchParams);
}

/** Whether any filter is set. */
export function isFiltered(filters: Filters): boolean {
  return filterNames.some((name) => filters[name].length > 0);
}

/** Whether there is nothing to search for: no query and no filter. */
export function isEmpty({ query, filters }: SearchState): boolean {
  return query.trim() === '' && !isFiltered(filters);
}

/** Whether a click on a link opens it in this tab. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
