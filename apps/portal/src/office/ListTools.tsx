import { type FormEvent, useState } from 'react';
import { addressOf, type Query } from '../api/client.js';
import type { Page } from '../api/lists.js';
import { useText } from '../language/language.js';
import { Button } from '../ui/Button.js';
import { Field } from '../ui/Field.js';
import type { Option } from '../ui/inputs.js';
import { Select, TextInput } from '../ui/inputs.js';
import { officeText } from './office.text.js';
import type { ListAddress } from './useListAddress.js';

/** A filter; how many rows each answer has comes from the facet of the same name, and where no options are given the
 * answers (names) come from there too. */
export interface ListFilter {
  readonly key: string;
  readonly label: string;
  readonly options?: readonly Option[];
}

interface FilterBarProps {
  /** What can be searched for; without it there is no search. */
  readonly search?: string;
  readonly filters?: readonly ListFilter[];
  readonly address: ListAddress;
  readonly facets?: Page<unknown>['facets'];
}

export function FilterBar({ search, filters = [], address, facets }: FilterBarProps) {
  const t = useText(officeText);
  const set = Object.keys(address.filters).length > 0;
  if (!search && filters.length === 0) return null;
  return (
    <search className="filters" aria-label={t.filters}>
      {search && <SearchBox key={address.filters['q'] ?? ''} hint={search} address={address} />}
      {filters.map(({ key, label, options }) => (
        <Field key={key} label={label} optional={false}>
          {(tied) => (
            <Select
              tied={{ ...tied, 'aria-required': undefined }}
              placeholder={t.all}
              value={address.filters[key] ?? ''}
              onChange={(value) => address.filter({ [key]: value })}
              options={answersOf(options, facets?.[key])}
            />
          )}
        </Field>
      ))}
      {set && (
        <Button
          tone="link"
          onClick={() => address.filter(Object.fromEntries(Object.keys(address.filters).map((key) => [key, ''])))}
        >
          {t.clear}
        </Button>
      )}
    </search>
  );
}

function answersOf(
  options: readonly Option[] | undefined,
  counts: Readonly<Record<string, number>> = {},
): readonly Option[] {
  const found =
    options ??
    Object.keys(counts)
      .filter(Boolean)
      .map((value) => ({ value, label: value, isName: true }));
  return found.map((option) => withCount(option, counts[option.value]));
}

function withCount(option: Option, count: number | undefined): Option {
  return count === undefined ? option : { ...option, label: `${option.label} (${count})` };
}

function SearchBox({ hint, address }: { readonly hint: string; readonly address: ListAddress }) {
  const t = useText(officeText);
  const [text, setText] = useState(address.filters['q'] ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    address.filter({ q: text.trim() });
  };
  return (
    <form onSubmit={submit} className="search-box">
      <Field label={`${t.searchLabel} (${hint})`}>
        {(tied) => (
          <TextInput tied={{ ...tied, 'aria-required': undefined }} type="search" value={text} onChange={setText} />
        )}
      </Field>
      <Button type="submit">{t.searchLabel}</Button>
    </form>
  );
}

/** The very same query as a file: filters and order, all pages. */
export function ExportLinks({ list, query }: { readonly list: string; readonly query: Query }) {
  const t = useText(officeText);
  return (
    <>
      <a className="button" href={addressOf(list, { ...query, format: 'xlsx' })} download>
        {t.exportXlsx}
      </a>
      <a className="button" href={addressOf(list, { ...query, format: 'csv' })} download>
        {t.exportCsv}
      </a>
    </>
  );
}

interface PagerProps {
  readonly page: Page<unknown>;
  readonly address: ListAddress;
  /** The page in sight is the one before: its end is not where the next begins. */
  readonly stale?: boolean;
}

export function Pager({ page, address, stale }: PagerProps) {
  const t = useText(officeText);
  const { next } = page;
  if (address.page === 1 && next === null) return null;
  return (
    <nav className="row" aria-label={t.paging}>
      {address.page !== 1 && <Button onClick={address.first}>{t.firstPage}</Button>}
      {address.previous && <Button onClick={address.previous}>{t.previousPage}</Button>}
      {address.page !== null && <span className="quiet">{t.page(address.page)}</span>}
      {next !== null && (
        <Button busy={stale} onClick={() => address.next(next)}>
          {t.nextPage}
        </Button>
      )}
    </nav>
  );
}
