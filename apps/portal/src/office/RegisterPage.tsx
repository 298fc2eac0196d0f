import type { ComponentType, ReactNode } from 'react';
import type { Query } from '../api/client.js';
import { useListPage } from '../api/lists.js';
import { useText } from '../language/language.js';
import type { Texts } from '../language/texts.js';
import { PageHeading } from '../ui/PageHeading.js';
import type { Column } from './columns.js';
import { DataTable } from './DataTable.js';
import { type Define, useDefinition } from './definition.js';
import { ListContent } from './ListContent.js';
import { ExportLinks, FilterBar, type ListFilter, Pager } from './ListTools.js';
import { officeText } from './office.text.js';
import { useColumnChoice } from './useColumnChoice.js';
import { useListAddress } from './useListAddress.js';

/** A register: everything of one kind inside one's scope, found, sorted, counted and taken out as a file. */
export interface RegisterDefinition<Row> {
  readonly title: string;
  readonly list: string;
  /** What always holds; the person's own filters come on top. */
  readonly filters?: Query;
  readonly columns: readonly Column<Row>[];
  idOf(row: Row): string;
  nameOf(row: Row): string;
  /** What the search looks at, in words. */
  readonly search?: string;
  readonly choices?: readonly ListFilter[];
  /** `-submittedAt`. */
  readonly sort?: string;
  readonly empty: string;
  /** Beside the heading, for instance a button that makes a new one. */
  readonly tools?: ReactNode;
}

const rowsPerPage = 50;

/** Makes the page of a register out of its definition. */
export function registerPage<Table, Row>(
  text: Texts<Table>,
  define: Define<Table, RegisterDefinition<Row>>,
): ComponentType {
  return function RegisterPage() {
    return <Register {...useDefinition(text, define)} />;
  };
}

function Register<Row>(register: RegisterDefinition<Row>) {
  const t = useText(officeText);
  const address = useListAddress();
  const sort = address.sort ?? register.sort;
  const query = { ...register.filters, ...address.filters, sort };
  const list = useListPage<Row>({ list: register.list, filters: query }, { limit: rowsPerPage, after: address.after });
  const { data } = list;
  const { shown, dense, menu } = useColumnChoice(register.list, register.columns);
  return (
    <div className="page">
      <div className="row spread">
        <PageHeading title={register.title}>{data && <span className="quiet">{t.total(data.total)}</span>}</PageHeading>
        <div className="row tools">
          {register.tools}
          {menu}
          <ExportLinks list={register.list} query={query} />
        </div>
      </div>
      <FilterBar search={register.search} filters={register.choices} address={address} facets={data?.facets} />
      <section className="card flush wide">
        <ListContent list={list} filtered={Object.keys(address.filters).length > 0} empty={register.empty}>
          {(rows) => (
            <DataTable
              label={register.title}
              columns={shown}
              rows={rows}
              idOf={register.idOf}
              nameOf={register.nameOf}
              dense={dense}
              sort={sort}
              onSort={address.sortBy}
            />
          )}
        </ListContent>
      </section>
      {data && <Pager page={data} address={address} stale={list.isPlaceholderData} />}
    </div>
  );
}
