import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { useParams } from 'react-router';
import { get } from '../api/client.js';
import { useText } from '../language/language.js';
import type { Texts } from '../language/texts.js';
import { Card, type Fact, Facts, Tag } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { type StepAction, StepButton } from '../ui/StepButton.js';
import { ErrorState, Skeleton } from '../ui/states.js';
import { type Define, type State, useDefinition } from './definition.js';
import { History, type HistoryItem } from './History.js';
import { officeText } from './office.text.js';

export interface RecordSection {
  readonly title: string;
  readonly facts?: readonly Fact[];
  readonly content?: ReactNode;
}

/** A record: what it is, where it stands, what is to be done, what is known, what has happened. */
export interface RecordDefinition<Content> {
  /** Address of the record, from the `:id` of the page. */
  path(id: string): string;
  title(record: Content): string;
  readonly titleIsName?: boolean;
  state(record: Content): State;
  /** The few facts that tell one record from another. */
  summary(record: Content): readonly Fact[];
  /** What this person can do with it now; empty when nothing. */
  steps(record: Content): readonly StepAction<Content>[];
  sections(record: Content): readonly RecordSection[];
  history(record: Content): readonly HistoryItem[];
  documents?(record: Content): readonly { readonly label: string; readonly href: string }[];
}

/** Makes the page of a record out of its definition. */
export function recordPage<Table, Content>(
  text: Texts<Table>,
  define: Define<Table, RecordDefinition<Content>>,
): ComponentType {
  return function RecordPage() {
    const { id = '' } = useParams();
    return <RecordOf key={id} id={id} definition={useDefinition(text, define)} />;
  };
}

interface RecordProps<Content> {
  readonly id: string;
  readonly definition: RecordDefinition<Content>;
}

function RecordOf<Content>({ id, definition }: RecordProps<Content>) {
  const path = definition.path(id);
  const { data, error, refetch } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<Content>(path, signal),
  });
  const t = useText(officeText);
  if (data !== undefined && !error) return <RecordContent record={data} definition={definition} />;
  return (
    <div className="page">
      <PageHeading title={t.record} />
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Skeleton lines={10} />}
    </div>
  );
}

function RecordContent<Content>({ record, definition }: { record: Content; definition: RecordDefinition<Content> }) {
  const t = useText(officeText);
  const state = definition.state(record);
  const steps = definition.steps(record);
  const documents = definition.documents?.(record) ?? [];
  return (
    <div className="page record">
      <PageHeading title={definition.title(record)} isName={definition.titleIsName}>
        <Tag tone={state.tone}>{state.label}</Tag>
      </PageHeading>
      <Card>
        <Facts facts={definition.summary(record)} double />
      </Card>
      <Card title={t.next}>
        {steps.length === 0 ? (
          <p className="quiet">{t.nothingToDo}</p>
        ) : (
          <div className="row">
            {steps.map((step) => (
              <StepButton key={step.key} step={step} subject={record} />
            ))}
          </div>
        )}
      </Card>
      {definition.sections(record).map(({ title, facts, content }) => (
        <Card key={title} title={title}>
          {facts && <Facts facts={facts} double />}
          {content}
        </Card>
      ))}
      {documents.length > 0 && (
        <Card title={t.documents}>
          <ul className="row">
            {documents.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t.history}>
        <History items={definition.history(record)} />
      </Card>
    </div>
  );
}
