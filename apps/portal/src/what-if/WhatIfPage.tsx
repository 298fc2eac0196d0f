import { useQuery } from '@tanstack/react-query';
import type { PreviewRoundRequest, RoundDiagnosis, RoundPreview, RoundView } from '@xibu/domain/placement/api';
import { useState } from 'react';
import { useParams } from 'react-router';
import { get } from '../api/client.js';
import { usePost } from '../api/usePost.js';
import { useText } from '../language/language.js';
import { PasteRows, usePastedRows } from '../office/PasteRows.js';
import type { SheetColumn } from '../office/sheet-rows.js';
import { divisions } from '../office/usual.js';
import { Button, ButtonLink } from '../ui/Button.js';
import { Field } from '../ui/Field.js';
import { readCount } from '../ui/fields.js';
import { TextInput } from '../ui/inputs.js';
import { Banner, Card } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { Table } from '../ui/Table.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { CodeName } from '../ui/ValueOf.js';
import { Outcome } from './Outcome.js';
import { whatIfText } from './what-if.text.js';

const seedForm = /^[\x20-\x7e]{4,200}$/;
// Headings stand in the sheet in Chinese, whatever the language of the page.
const columns: readonly SheetColumn[] = [
  { key: 'post', label: whatIfText.zh.post, kind: 'text' },
  { key: 'seats', label: whatIfText.zh.seatsColumn, kind: 'count' },
];

/** 假如: other seats, other limits, another seed; what would come out, and nothing is written. */
export function WhatIfPage() {
  const t = useText(whatIfText);
  const { id = '' } = useParams();
  const path = `/api/placement/rounds/${encodeURIComponent(id)}`;
  return (
    <ReadPage<RoundView> title={t.title} path={path}>
      {({ name }) => (
        <>
          <h2>{name}</h2>
          <p className="quiet readable">{t.intro}</p>
          <Trial path={path} />
          <p>
            <ButtonLink to={`/office/rounds/${id}`}>{t.back}</ButtonLink>
          </p>
        </>
      )}
    </ReadPage>
  );
}

function Trial({ path }: { readonly path: string }) {
  const t = useText(whatIfText);
  const say = useSayProblem();
  const { send, busy } = usePost<RoundPreview>();
  const [maxima, setMaxima] = useState<Readonly<Record<string, string>>>({});
  const [seed, setSeed] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [preview, setPreview] = useState<RoundPreview | null>(null);
  const pasted = usePastedRows(columns, 'what-if.seats');
  const go = async () => {
    const request = requestOf(maxima, pasted.sheet.rows, seed);
    const wrong = faultIn(request, pasted.sheet.faults.length, t);
    setFault(wrong);
    setPreview(null);
    if (wrong) return;
    try {
      setPreview(await send(`${path}/preview`, request));
    } catch (error) {
      setFault(say(error));
    }
  };
  return (
    <>
      <Maxima path={path} maxima={maxima} onChange={(node, max) => setMaxima({ ...maxima, [node]: max })} />
      <Card title={t.seats}>
        <p className="quiet readable">{t.seatsHint}</p>
        <PasteRows pasted={pasted} />
      </Card>
      <Card title={t.seed}>
        <Field label={t.seed} hint={t.seedHint} optional>
          {(tied) => <TextInput tied={tied} value={seed} onChange={setSeed} maxLength={200} />}
        </Field>
        {fault && <Banner tone="bad" title={fault} />}
        <div>
          <Button tone="go" busy={busy} onClick={() => void go()}>
            {busy ? t.running : t.run}
          </Button>
        </div>
      </Card>
      {preview && <Outcome preview={preview} />}
    </>
  );
}

function requestOf(
  maxima: Readonly<Record<string, string>>,
  rows: readonly Readonly<Record<string, string | number | null>>[],
  seed: string,
): PreviewRoundRequest {
  const quotas = Object.entries(maxima).flatMap(([node, typed]) => {
    const max = readCount(typed);
    return typeof max === 'number' ? [{ node, max }] : [];
  });
  const seats = rows.map((row) => ({ post: String(row['post']), seats: Number(row['seats']) }));
  return {
    ...(quotas.length > 0 && { quotas }),
    ...(seats.length > 0 && { seats }),
    ...(seed !== '' && { seed }),
  };
}

function faultIn(request: PreviewRoundRequest, wrongCells: number, t: { nothing: string; seedWrong: string }) {
  if (wrongCells > 0 || Object.keys(request).length === 0) return t.nothing;
  return request.seed !== undefined && !seedForm.test(request.seed) ? t.seedWrong : null;
}

interface MaximaProps {
  readonly path: string;
  readonly maxima: Readonly<Record<string, string>>;
  onChange(node: string, max: string): void;
}

/** A limit of a county carries its code: `local-150105`. */
function NodeName({ node }: { readonly node: string }) {
  const county = /-(\d{6})$/.exec(node)?.[1];
  if (!county) return node;
  return (
    <>
      <CodeName path={divisions} code={county} /> <span className="small">{node}</span>
    </>
  );
}

/** The limits that are full keep people out: each with what to try instead. */
function Maxima({ path, maxima, onChange }: MaximaProps) {
  const t = useText(whatIfText);
  const address = `${path}/diagnosis`;
  const { data } = useQuery({
    queryKey: ['record', address],
    queryFn: ({ signal }) => get<RoundDiagnosis>(address, signal),
  });
  if (!data || data.fullQuotas.length === 0) {
    return (
      <Card title={t.quotas}>
        <p className="quiet">{t.quotasNone}</p>
      </Card>
    );
  }
  return (
    <Card title={t.quotas} flush>
      <Table
        caption={t.quotas}
        rows={data.fullQuotas}
        idOf={({ node }) => node}
        columns={[
          { key: 'node', label: t.node, cell: ({ node }) => <NodeName node={node} /> },
          { key: 'held', label: t.held, figure: true, cell: ({ held }) => held },
          { key: 'max', label: t.max, figure: true, cell: ({ max }) => max },
          {
            ...{ key: 'newMax', label: t.newMax },
            cell: ({ node }) => (
              <input
                className="input short"
                inputMode="numeric"
                aria-label={`${t.newMax} ${node}`}
                value={maxima[node] ?? ''}
                onChange={(event) => onChange(node, event.target.value)}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}
