import type { DryRunView } from '@xibu/domain/finance/terms-api';
import { useLanguage, useText } from '../language/language.js';
import { divisions } from '../office/usual.js';
import { sayMonth } from '../ui/legal-dates.js';
import { Banner, Facts, Money } from '../ui/notices.js';
import { Table } from '../ui/Table.js';
import { CodeName } from '../ui/ValueOf.js';
import { adjustmentsText } from './adjustments.text.js';

/** 试算: what last month would have come to, in all and county by county. */
export function DryRun({ run }: { readonly run: DryRunView }) {
  const t = useText(adjustmentsText);
  const { language } = useLanguage();
  return (
    <>
      {run.unpaidAfter > run.unpaidBefore && (
        <Banner tone="bad" title={t.unpaid}>
          <p>{t.unpaidText(run.unpaidBefore, run.unpaidAfter)}</p>
        </Banner>
      )}
      <Facts
        double
        facts={[
          { label: t.dryRunMonth, value: sayMonth(run.month, language) },
          { label: t.people, value: run.people },
          { label: t.before, value: <Money fen={run.beforeFen} /> },
          { label: t.after, value: <Money fen={run.afterFen} /> },
          { label: t.change, value: <Money fen={run.afterFen - run.beforeFen} /> },
          { label: t.unpaid, value: t.unpaidText(run.unpaidBefore, run.unpaidAfter) },
        ]}
      />
      {run.counties.length > 0 && (
        <Table
          caption={t.dryRunTitle}
          rows={run.counties}
          idOf={({ county }) => String(county)}
          columns={[
            {
              key: 'county',
              label: t.place,
              cell: ({ county }) => <CodeName path={divisions} code={String(county)} />,
            },
            { key: 'people', label: t.people, figure: true, cell: ({ people }) => people },
            { key: 'changed', label: t.changed, figure: true, cell: ({ changed }) => changed },
            { key: 'before', label: t.before, figure: true, cell: ({ beforeFen }) => <Money fen={beforeFen} /> },
            { key: 'after', label: t.after, figure: true, cell: ({ afterFen }) => <Money fen={afterFen} /> },
          ]}
        />
      )}
    </>
  );
}
