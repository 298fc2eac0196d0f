import type { SlipView } from '@xibu/domain/finance/insurance-api';
import { useNavigate } from 'react-router';
import { useText } from '../language/language.js';
import { moneyTermsText } from '../office/money-terms.text.js';
import { PasteForm } from '../office/PasteForm.js';
import { optionsOf } from '../office/usual.js';
import { useActor } from '../session/session.js';
import { PageHeading } from '../ui/PageHeading.js';
import { slipsText } from './slips.text.js';

/** 导入核定单: the agency's rows as they come, compared at once. Identity numbers are kept nowhere in the browser. */
export function ImportSlipPage() {
  const t = useText(slipsText);
  const navigate = useNavigate();
  const { divisions } = useActor();
  // Headings stand in the sheet in Chinese, whatever the language of the page.
  const zh = slipsText.zh;
  return (
    <div className="page">
      <PageHeading title={t.import} />
      <PasteForm<SlipView>
        title={t.title}
        intro={t.importIntro}
        fields={[{ key: 'month', label: t.month, kind: 'month' }]}
        columns={[
          { key: 'identityNumber', label: zh.identityNumber, kind: 'text' },
          { key: 'scheme', label: zh.scheme, kind: 'choice', choices: optionsOf(moneyTermsText.zh.schemes) },
          { key: 'personalFen', label: zh.personal, kind: 'money' },
          { key: 'employerFen', label: zh.employer, kind: 'money' },
        ]}
        path="/api/finance/agency-slips"
        body={(rows, { month }) => ({ month, county: divisions?.from, rows })}
        label={t.importDo}
        done={t.done}
        onDone={({ id }) => void navigate(`/office/agency-slips/${id}`)}
      />
    </div>
  );
}
