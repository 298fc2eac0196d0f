import { useState } from 'react';
import { Name, useText } from '../language/language.js';
import { Field } from '../ui/Field.js';
import { Banner } from '../ui/notices.js';
import { Table } from '../ui/Table.js';
import { pasteText } from './paste.text.js';
import { type ReadSheet, readSheet, type SheetColumn } from './sheet-rows.js';

const mostFaults = 50;

/** What was pasted, read anew with every key; rows count only when no cell is wrong. */
export function usePastedRows(columns: readonly SheetColumn[], keptAs?: string) {
  const place = keptAs && `xibu.pasted.${keptAs}`;
  const [text, change] = useState(() => (place && sessionStorage.getItem(place)) ?? '');
  const setText = (next: string) => {
    change(next);
    if (place) sessionStorage.setItem(place, next);
  };
  return { text, setText, columns, sheet: readSheet(text, columns) };
}

export type Pasted = ReturnType<typeof usePastedRows>;

/** Rows out of a spreadsheet: pasted, or read from a file; every wrong cell is named before anything is sent. */
export function PasteRows({ pasted }: { readonly pasted: Pasted }) {
  const t = useText(pasteText);
  const { columns, text, setText, sheet } = pasted;
  return (
    <div className="stack">
      <p className="readable">
        {t.columns}
        <Name>
          {columns.map(({ label, optional }) => `${label}${optional ? pasteText.zh.optional : ''}`).join('、')}
        </Name>
      </p>
      <Field label={t.rows} hint={t.rowsHint}>
        {(tied) => (
          <textarea
            {...tied}
            className="input"
            rows={8}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label={t.file} optional>
        {(tied) => (
          <input
            {...tied}
            type="file"
            className="input"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
          />
        )}
      </Field>
      <Faults sheet={sheet} />
    </div>
  );
}

function Faults({ sheet: { rows, faults } }: { readonly sheet: ReadSheet }) {
  const t = useText(pasteText);
  if (rows.length === 0) return null;
  if (faults.length === 0) {
    return (
      <p role="status" className="quiet">
        {t.count(rows.length)}
      </p>
    );
  }
  return (
    <Banner tone="warn" title={t.wrong(faults.length)}>
      <Table
        caption={t.wrong(faults.length)}
        rows={faults.slice(0, mostFaults)}
        idOf={({ line, column }) => `${line} ${column}`}
        columns={[
          { key: 'where', label: t.where, cell: ({ line, column }) => <Name>{pasteText.zh.cell(line, column)}</Name> },
          { key: 'what', label: t.what, cell: ({ fault, found }) => <Name>{t.found(t.faults[fault], found)}</Name> },
        ]}
      />
    </Banner>
  );
}
