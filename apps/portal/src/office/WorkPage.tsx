import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { addressOf, get } from '../api/client.js';
import { everyList, type ListSource, type Page } from '../api/lists.js';
import { useText } from '../language/language.js';
import type { SameWords, Texts } from '../language/texts.js';
import { useSeason } from '../session/season.js';
import { PageHeading } from '../ui/PageHeading.js';
import { type StepAction, StepButton } from '../ui/StepButton.js';
import { WaitingPage } from '../ui/WaitingPage.js';
import type { Column } from './columns.js';
import { DataTable } from './DataTable.js';
import { type Beholder, type BulkAction, useDefinition } from './definition.js';
import { ListContent } from './ListContent.js';
import { ExportLinks, FilterBar, type ListFilter, Pager } from './ListTools.js';
import { officeText } from './office.text.js';
import { useBulk } from './useBulk.js';
import { useListAddress } from './useListAddress.js';

/** A list one works through: every row with whatever this role can do with it, and what can be begun anew. */
export interface WorkDefinition<Row> {
  readonly title: string;
  readonly intro?: string;
  /** Shared with the rail, so that the number there is the number here. */
  readonly source: ListSource;
  /** The service answers all rows at once: nothing to page, sort or filter. */
  readonly isWhole?: boolean;
  readonly columns: readonly Column<Row>[];
  idOf(row: Row): string;
  nameOf(row: Row): string;
  /** What can be done with a row now. */
  steps?(row: Row): readonly StepAction<Row>[];
  /** What can be begun from here, without a row. */
  readonly tools?: readonly StepAction<null>[];
  readonly bulk?: readonly BulkAction[];
  readonly search?: string;
  readonly choices?: readonly ListFilter[];
  readonly sort?: string;
  readonly empty: string;
  /** The address that answers the same query as a file. */
  readonly exports?: string;
  /** Between heading and list. */
  readonly above?: ReactNode;
  /** Something of the row still moves by itself: the list is read again. */
  moves?(row: Row): boolean;
}

/** What a definition may depend on: who looks, when, in which season. */
export interface AtWork extends Beholder {
  readonly season: string;
  /** The `:id` of the page, where it has one. */
  readonly id: string;
}

const rowsPerPage = 50;
const lookAgainMs = 2_000;

/** Makes the page of a list one works through out of its definition. */
export function workPage<Table, Row>(
  text: Texts<Table>,
  define: (t: SameWords<Table>, at: AtWork) => WorkDefinition<Row>,
): ComponentType {
  return function WorkPage() {
    const { season, isPending, error, again } = useSeason();
    const { id = '' } = useParams();
    const definition = useDefinition<Table, WorkDefinition<Row>>(text, (t, beholder) =>
      define(t, { ...beholder, season: season?.season ?? '', id }),
    );
    if (isPending || error) return <WaitingPage title={definition.title} error={error} retry={again} />;
    return <Work {...definition} />;
  };
}

function Work<Row>(work: WorkDefinition<Row>) {
  const t = useText(officeText);
  const address = useListAddress();
  const sort = address.sort ?? work.sort;
  const query = work.isWhole ? work.source.filters : { ...work.source.filters, ...address.filters, sort };
  const list = useRows<Row>(
    addressOf(work.source.list, work.isWhole ? query : { ...query, limit: rowsPerPage, after: address.after }),
    work.moves,
  );
  const [selected, select] = useState<readonly string[]>([]);
  const { data } = list;
  const nameOf = (id: string) => {
    const row = data?.rows.find((one) => work.idOf(one) === id);
    return row === undefined ? id : work.nameOf(row);
  };
  const bulk = useBulk({ actions: work.bulk ?? [], selected, nameOf, select });
  return (
    <div className="page">
      <div className="row spread">
        <PageHeading title={work.title}>{data && <span className="quiet">{t.total(data.total)}</span>}</PageHeading>
        <div className="row tools">
          {work.tools?.map((step) => (
            <StepButton key={step.key} step={step} subject={null} />
          ))}
          {work.exports && <ExportLinks list={work.exports} query={query} />}
        </div>
      </div>
      {work.intro && <p className="quiet readable">{work.intro}</p>}
      {work.above}
      {!work.isWhole && (
        <FilterBar search={work.search} filters={work.choices} address={address} facets={data?.facets} />
      )}
      {bulk.outcome}
      <section className="card flush wide">
        <ListContent list={list} filtered={!work.isWhole && Object.keys(address.filters).length > 0} empty={work.empty}>
          {(rows) => <Rows work={work} rows={rows} selection={{ ids: selected, set: select }} address={address} />}
        </ListContent>
      </section>
      {data && !work.isWhole && <Pager page={data} address={address} />}
      {bulk.bar}
    </div>
  );
}

interface RowsProps<Row> {
  readonly work: WorkDefinition<Row>;
  readonly rows: readonly Row[];
  readonly selection: { readonly ids: readonly string[]; set(ids: readonly string[]): void };
  readonly address: ReturnType<typeof useListAddress>;
}

function Rows<Row>({ work, rows, selection, address }: RowsProps<Row>) {
  const { steps } = work;
  const anySteps = steps && rows.some((row) => steps(row).length > 0);
  return (
    <DataTable
      label={work.title}
      columns={work.columns}
      rows={rows}
      idOf={work.idOf}
      nameOf={work.nameOf}
      selection={work.bulk && work.bulk.length > 0 ? selection : undefined}
      action={
        anySteps
          ? (row) => (
              <span className="row steps-of-row">
                {steps(row).map((step, index) => (
                  <StepButton
                    key={step.key}
                    step={{ tone: 'go', ...step }}
                    look={index === 0 && step.tone !== 'no' ? (step.tone ?? 'go') : 'plain'}
                    subject={row}
                  />
                ))}
              </span>
            )
          : undefined
      }
      sort={address.sort ?? work.sort}
      onSort={address.sortBy}
    />
  );
}

/** One read for a list with pages and for one that comes whole. */
function useRows<Row>(address: string, moves: ((row: Row) => boolean) | undefined) {
  return useQuery({
    queryKey: [...everyList, address],
    queryFn: async ({ signal }) => asPage(await get<Page<Row> | Whole<Row>>(address, signal)),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (moves && state.data?.rows.some(moves) ? lookAgainMs : false),
  });
}

type Whole<Row> = readonly Row[] | { readonly rows: readonly Row[] } | { readonly items: readonly Row[] };

function asPage<Row>(answer: Page<Row> | Whole<Row>): Page<Row> {
  if ('next' in answer) return answer;
  const rows = 'rows' in answer ? answer.rows : 'items' in answer ? answer.items : answer;
  return { rows, total: rows.length, next: null, facets: {} };
}

/** A column that shows one member of the row as it is. */
export function column<Row>(key: keyof Row & string, label: string, more: Partial<Column<Row>> = {}): Column<Row> {
  const value = (row: Row) => {
    const content: unknown = row[key];
    return typeof content === 'string' || typeof content === 'number' ? content : null;
  };
  return { key, label, value, ...more };
}
