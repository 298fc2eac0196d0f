import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePost } from '../api/usePost.js';
import { Name, useLanguage, useText } from '../language/language.js';
import type { Language } from '../language/texts.js';
import { Button } from '../ui/Button.js';
import { Field } from '../ui/Field.js';
import { Banner, Card } from '../ui/notices.js';
import { Table } from '../ui/Table.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { importText } from './import.text.js';

/** What became of a sheet, however the service words it. */
export interface ImportedSheet {
  readonly done: number;
  readonly errors: readonly { readonly where: string; readonly detail: string }[];
  /** The sheet with a column of errors, base64. */
  readonly returned: string | null;
}

interface FileImportProps<Answer> {
  readonly title: string;
  /** Which columns the sheet must have. */
  readonly hint: string;
  /** Headings of the sheet, as they are written in it. */
  readonly columns?: string;
  readonly path: string;
  /** The body that carries the file; name and content in base64. */
  body(content: string, name: string): unknown;
  outcome(answer: Answer, language: Language): ImportedSheet;
  readonly accept?: string;
}

/** Takes in a spreadsheet or a file of a bank: what took effect, and what is wrong in which cell. */
export function FileImport<Answer>({ title, hint, columns, path, body, outcome, accept }: FileImportProps<Answer>) {
  const t = useText(importText);
  const { language } = useLanguage();
  const say = useSayProblem();
  const client = useQueryClient();
  const { send, busy } = usePost<Answer>();
  const [file, setFile] = useState<File | null>(null);
  const [sheet, setSheet] = useState<ImportedSheet | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const go = async () => {
    if (!file) {
      setFault(t.noFile);
      return;
    }
    setFault(null);
    setSheet(null);
    try {
      setSheet(outcome(await send(path, body(await base64Of(file), file.name)), language));
      await client.invalidateQueries();
    } catch (error) {
      setFault(say(error));
    }
  };
  return (
    <Card title={title}>
      <p className="quiet readable">{hint}</p>
      {columns && (
        <p>
          {t.columns} <Name>{columns}</Name>
        </p>
      )}
      <Field label={t.file}>
        {(tied) => (
          <input
            {...tied}
            type="file"
            className="input"
            accept={accept ?? '.xlsx,.csv'}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <div className="row">
        <Button tone="go" busy={busy} onClick={() => void go()}>
          {t.upload}
        </Button>
      </div>
      {fault && <Banner tone="bad" title={fault} />}
      {sheet && <Outcome sheet={sheet} />}
    </Card>
  );
}

function Outcome({ sheet: { done, errors, returned } }: { readonly sheet: ImportedSheet }) {
  const t = useText(importText);
  if (errors.length === 0) return <Banner tone="ok" title={t.done(done)} />;
  return (
    <Banner tone="warn" title={t.partly(done, errors.length)}>
      {returned && (
        <p>
          <a href={linkTo(returned)} download="errors.xlsx">
            {t.returned}
          </a>
        </p>
      )}
      <Table
        caption={t.errors}
        rows={errors}
        idOf={({ where, detail }) => `${where} ${detail}`}
        columns={[
          { key: 'where', label: t.where, cell: ({ where }) => where },
          { key: 'detail', label: t.detail, cell: ({ detail }) => detail },
        ]}
      />
    </Banner>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function linkTo(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes]));
}
