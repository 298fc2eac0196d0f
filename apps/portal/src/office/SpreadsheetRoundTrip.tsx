import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useActionKey } from '../api/action-key.js';
import { upload } from '../api/client.js';
import { useText } from '../language/language.js';
import { Button } from '../ui/Button.js';
import { Field } from '../ui/Field.js';
import { Banner, Card } from '../ui/notices.js';
import { Table } from '../ui/Table.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { officeText } from './office.text.js';

/** What a service answers to a sheet: all of it, or nothing and what is wrong in which cell. */
export interface SheetAnswer {
  readonly accepted: number;
  readonly errors: readonly { readonly cell: string; readonly detail: string }[];
  /** The same sheet with a column of problems. */
  readonly returned: string | null;
}

interface SpreadsheetRoundTripProps {
  /** The sheet with the data of now. */
  readonly template: string;
  /** Takes the sheet as it is, in the body. */
  readonly path: string;
}

/** Out, edit, in: the whole sheet takes effect or none of it, and every wrong cell is named. */
export function SpreadsheetRoundTrip({ template, path }: SpreadsheetRoundTripProps) {
  const t = useText(officeText);
  const [file, setFile] = useState<File | null>(null);
  const { send, busy, answer, fault } = useUpload(path);
  return (
    <>
      <Card title={`1 ${t.stepDownload}`}>
        <p className="quiet readable">{t.stepDownloadText}</p>
        <p>
          <a className="button" href={template} download>
            {t.stepDownload}
          </a>
        </p>
      </Card>
      <Card title={`2 ${t.stepUpload}`}>
        <p className="quiet readable">{t.stepUploadText}</p>
        <Field label={t.chooseFile}>
          {(tied) => (
            <input
              {...tied}
              type="file"
              className="input"
              accept=".xlsx"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          )}
        </Field>
        <div className="row">
          <Button tone="go" busy={busy} onClick={() => file && void send(file)}>
            {t.upload}
          </Button>
        </div>
        {fault && <Banner tone="bad" title={fault} />}
        {answer && <SheetOutcome answer={answer} />}
      </Card>
    </>
  );
}

function useUpload(path: string) {
  const say = useSayProblem();
  const client = useQueryClient();
  const key = useActionKey();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SheetAnswer | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (file: File) => {
    setBusy(true);
    setFault(null);
    try {
      setAnswer(await upload<SheetAnswer>(path, file, key.for([file.name, file.size, file.lastModified])));
      key.done();
      await client.invalidateQueries();
    } catch (error) {
      setFault(say(error));
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, answer, fault };
}

function SheetOutcome({ answer: { accepted, errors, returned } }: { readonly answer: SheetAnswer }) {
  const t = useText(officeText);
  if (errors.length === 0) return <Banner tone="ok" title={t.accepted(accepted)} />;
  return (
    <Banner tone="bad" title={t.rejected(errors.length)}>
      {returned && (
        <p>
          <a href={returned} download>
            {t.returned}
          </a>
        </p>
      )}
      <Table
        caption={t.rejected(errors.length)}
        rows={errors}
        idOf={({ cell, detail }) => `${cell} ${detail}`}
        columns={[
          { key: 'cell', label: t.cell, cell: ({ cell }) => cell },
          { key: 'detail', label: t.reason, cell: ({ detail }) => detail },
        ]}
      />
    </Banner>
  );
}
