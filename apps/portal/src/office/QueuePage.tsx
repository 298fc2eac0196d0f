import { type ComponentType, useState } from 'react';
import { type ListSource, useListPage } from '../api/lists.js';
import { useText } from '../language/language.js';
import type { Texts } from '../language/texts.js';
import { ButtonLink } from '../ui/Button.js';
import { PageHeading } from '../ui/PageHeading.js';
import { type StepAction, StepButton } from '../ui/StepButton.js';
import type { Column } from './columns.js';
import { DataTable } from './DataTable.js';
import { type BulkAction, type Define, useDefinition } from './definition.js';
import { ListContent } from './ListContent.js';
import { FilterBar, type ListFilter, Pager } from './ListTools.js';
import { officeText } from './office.text.js';
import { useBulk } from './useBulk.js';
import { useListAddress } from './useListAddress.js';

/** The one thing to do with each row: go somewhere, or do it here. */
export type NextAction<Row> = { readonly label: string; to(row: Row): string } | { readonly step: StepAction<Row> };

/** A queue: what waits for this role, with the one next action on each row. */
export interface QueueDefinition<Row> {
  readonly title: string;
  /** What is to be done here, and until when. */
  readonly intro?: string;
  /** Shared with the rail, so that the number there is the number here. */
  readonly source: ListSource;
  readonly columns: readonly Column<Row>[];
  idOf(row: Row): string;
  nameOf(row: Row): string;
  readonly next: NextAction<Row>;
  readonly bulk?: readonly BulkAction[];
  readonly search?: string;
  readonly choices?: readonly ListFilter[];
  readonly sort?: string;
}

const rowsPerPage = 50;

/** Makes the page of a queue out of its definition. */
export function queuePage<Table, Row>(text: Texts<Table>, define: Define<Table, QueueDefinition<Row>>): ComponentType {
  return function QueuePage() {
    return <Queue {...useDefinition(text, define)} />;
  };
}

function Queue<Row>(queue: QueueDefinition<Row>) {
  const t = useText(officeText);
  const address = useListAddress();
  const sort = address.sort ?? queue.sort;
  const list = useListPage<Row>(
    { list: queue.source.list, filters: { ...queue.source.filters, ...address.filters, sort } },
    { limit: rowsPerPage, after: address.after },
  );
  const { selection, nameOf } = useSelection(queue, list.data?.rows ?? []);
  const bulk = useBulk({ actions: queue.bulk ?? [], selected: selection.ids, nameOf, select: selection.set });
  const { data } = list;
  return (
    <div className="page">
      <PageHeading title={queue.title}>{data && <span className="quiet">{t.total(data.total)}</span>}</PageHeading>
      {queue.intro && <p className="quiet readable">{queue.intro}</p>}
      <FilterBar search={queue.search} filters={queue.choices} address={address} facets={data?.facets} />
      {bulk.outcome}
      <section className="card flush wide">
        <ListContent
          list={list}
          filtered={Object.keys(address.filters).length > 0}
          empty={t.queueEmpty}
          emptyText={t.queueEmptyText}
        >
          {(rows) => (
            <DataTable
              label={queue.title}
              columns={queue.columns}
              rows={rows}
              idOf={queue.idOf}
              nameOf={queue.nameOf}
              selection={queue.bulk && selection}
              action={(row) => <RowAction next={queue.next} row={row} name={queue.nameOf(row)} />}
              sort={sort}
              onSort={address.sortBy}
            />
          )}
        </ListContent>
      </section>
      {data && <Pager page={data} address={address} stale={list.isPlaceholderData} />}
      {bulk.bar}
    </div>
  );
}

/** Which rows are chosen, and what they are called: rows that are done leave the list before their outcome is read. */
function useSelection<Row>(queue: QueueDefinition<Row>, rows: readonly Row[]) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const set = (chosen: readonly string[]) => {
    setNames({ ...names, ...Object.fromEntries(rows.map((row) => [queue.idOf(row), queue.nameOf(row)])) });
    setIds(chosen);
  };
  return { selection: { ids, set }, nameOf: (id: string) => names[id] ?? id };
}

interface RowActionProps<Row> {
  readonly next: NextAction<Row>;
  readonly row: Row;
  readonly name: string;
}

function RowAction<Row>({ next, row, name }: RowActionProps<Row>) {
  if ('step' in next) return <StepButton step={next.step} subject={row} />;
  return (
    <ButtonLink to={next.to(row)}>
      {next.label}
      <span className="unseen" lang="zh-CN">
        {' '}
        {name}
      </span>
    </ButtonLink>
  );
}
