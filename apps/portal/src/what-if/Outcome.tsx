import type { RoundPreview } from '@xibu/domain/placement/api';
import { useText } from '../language/language.js';
import { Card } from '../ui/notices.js';
import { Table } from '../ui/Table.js';
import { type Compared, compared } from './figures.js';
import { whatIfText } from './what-if.text.js';

/** Both outcomes side by side, and whose post would be another. */
export function Outcome({ preview }: { readonly preview: RoundPreview }) {
  const t = useText(whatIfText);
  const nameOf = ({ figure }: Compared) => (typeof figure === 'string' ? t[figure] : t.rank(figure.rank));
  return (
    <>
      <Card title={t.result} flush>
        <Table
          caption={t.result}
          rows={compared(preview)}
          idOf={nameOf}
          columns={[
            { key: 'figure', label: t.figure, cell: nameOf },
            { key: 'before', label: t.before, figure: true, cell: ({ before }) => before },
            { key: 'after', label: t.after, figure: true, cell: ({ after }) => after },
            { key: 'change', label: t.change, figure: true, cell: ({ before, after }) => signed(after - before) },
          ]}
        />
      </Card>
      <Card title={t.changes(preview.changed)} flush={preview.changes.length > 0}>
        {preview.changed > preview.changes.length && <p className="quiet">{t.changesMost(preview.changes.length)}</p>}
        {preview.changes.length > 0 && (
          <Table
            caption={t.changes(preview.changed)}
            rows={preview.changes}
            idOf={({ code }) => code}
            columns={[
              { key: 'code', label: t.code, cell: ({ code }) => code },
              { key: 'before', label: t.before, cell: ({ before }) => before ?? t.none },
              { key: 'after', label: t.after, cell: ({ after }) => after ?? t.none },
            ]}
          />
        )}
      </Card>
    </>
  );
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : String(change);
}
