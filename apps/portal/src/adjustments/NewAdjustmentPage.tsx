import type { AdjustmentView } from '@xibu/domain/finance/terms-api';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../language/language.js';
import { PasteForm } from '../office/PasteForm.js';
import { FieldGroup } from '../ui/Field.js';
import { RadioChoices } from '../ui/inputs.js';
import { Card } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { adjustmentsText } from './adjustments.text.js';
import { rowsOfKind, type TermKind, termColumns, termKinds } from './term-columns.js';

/** 录入标准调整: the document, its day, and the rows out of its table. */
export function NewAdjustmentPage() {
  const t = useText(adjustmentsText);
  const navigate = useNavigate();
  const [kind, setKind] = useState<TermKind>('rates');
  return (
    <div className="page">
      <PageHeading title={t.newTitle} />
      <Card>
        <FieldGroup label={t.kind}>
          <RadioChoices
            name="term-kind"
            options={termKinds.map((value) => ({ value, label: t[value] }))}
            value={kind}
            onChange={(chosen) => setKind(termKinds.find((one) => one === chosen) ?? 'rates')}
          />
        </FieldGroup>
      </Card>
      <PasteForm<AdjustmentView>
        key={kind}
        title={t[kind]}
        intro={t.newIntro}
        fields={[
          { key: 'title', label: t.name, kind: 'text', maxLength: 200 },
          { key: 'documentNumber', label: t.document, kind: 'text', maxLength: 100 },
          { key: 'from', label: t.from, kind: 'date' },
        ]}
        columns={termColumns[kind]}
        keptAs={kind === 'bases' ? undefined : `adjustment.${kind}`}
        path="/api/finance/adjustments"
        body={(rows, values) => ({ ...values, ...rowsOfKind(kind, rows) })}
        label={t.send}
        done={t.sent}
        onDone={({ id }) => void navigate(`/office/adjustments/${id}`)}
      />
      <p className="quiet">{t.draft}</p>
    </div>
  );
}
