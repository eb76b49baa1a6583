import { noFilters, type Filters } from '../../../search/query/result-types.ts';

/** What someone searches for. */
export interface Question {
  query: string;
  filters: Filters;
}

/** The filters, in the order in which they are shown and written. */
export const filterNames = ['kind', 'agent', 'topic'] as const satisfies readonly (keyof Filters)[];

export type FilterName = (typeof filterNames)[number];

/** The question in an address: `?q=ffi&kind=gate&agent=rust-pro&topic=ffi`. Values that do not exist find nothing. */
export function readQuestion(parameters: URLSearchParams): Question {
  const values = (name: FilterName) => [...new Set(parameters.getAll(name))].filter((value) => value !== '');
  return {
    query: parameters.get('q')?.trim() ?? '',
    filters: { kind: values('kind'), agent: values('agent'), topic: values('topic') },
  };
}

/** The part of an address for a question, with `?` in front or empty; the inverse of `readQuestion`. */
export function writeQuestion({ query, filters }: Question): string {
  const parameters = new URLSearchParams();
  if (query.trim() !== '') parameters.set('q', query.trim());
  for (const name of filterNames) for (const value of filters[name]) parameters.append(name, value);
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

/** Whether anything is filtered. */
export function isFiltered(filters: Filters): boolean {
  return filterNames.some((name) => filters[name].length > 0);
}

/** Whether there is nothing to search for, neither words nor a filter. */
export function isEmpty({ query, filters }: Question): boolean {
  return query.trim() === '' && !isFiltered(filters);
}

export const noQuestion: Question = { query: '', filters: noFilters };

/** The question that a link to the search page asks. */
export function questionOf(link: HTMLAnchorElement): Question {
  return readQuestion(new URL(link.href).searchParams);
}

/** Whether a click on a link opens it in this tab. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
