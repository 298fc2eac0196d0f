import { fundPurposes } from '@xibu/domain/finance/funds-api';
import { useNavigate } from 'react-router';
import { useText } from '../language/language.js';
import { moneyTermsText } from '../office/money-terms.text.js';
import { PasteForm } from '../office/PasteForm.js';
import { optionsOf } from '../office/usual.js';
import { PageHeading } from '../ui/PageHeading.js';
import { arrivalsText } from './arrivals.text.js';

/** 资金到位 of many counties at once, out of the sheet that came with the document. */
export function ManyArrivalsPage() {
  const t = useText(arrivalsText);
  const navigate = useNavigate();
  // Headings stand in the sheet in Chinese, whatever the language of the page.
  const zh = arrivalsText.zh;
  const { projects, purposes, sources } = moneyTermsText.zh;
  const { '*': _, ...kinds } = projects;
  return (
    <div className="page">
      <PageHeading title={t.many} />
      <PasteForm
        title={t.title}
        intro={t.manyIntro}
        fields={[]}
        columns={[
          { key: 'county', label: zh.countyCode, kind: 'count' },
          { key: 'project', label: zh.project, kind: 'choice', choices: optionsOf(kinds) },
          { key: 'source', label: zh.source, kind: 'choice', choices: optionsOf(sources) },
          { key: 'budgetYear', label: zh.year, kind: 'count' },
          { key: 'purpose', label: zh.purpose, kind: 'choice', choices: optionsOf(purposes, fundPurposes) },
          { key: 'fen', label: zh.amount, kind: 'money' },
          { key: 'arrivedOn', label: zh.arrivedOn, kind: 'date' },
          { key: 'documentNumber', label: zh.document, kind: 'text' },
        ]}
        path="/api/finance/fund-arrivals/bulk"
        body={(rows) => ({ rows })}
        label={t.manyDo}
        done={t.manyDone}
        onDone={() => void navigate('/office/fund-arrivals')}
      />
    </div>
  );
}
