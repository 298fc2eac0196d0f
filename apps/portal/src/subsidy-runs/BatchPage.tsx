import type { BatchView, TakenReturn } from '@xibu/domain/finance/payments-api';
import { useParams } from 'react-router';
import { useLanguage, useText } from '../language/language.js';
import { ApprovalStrip } from '../office/ApprovalStrip.js';
import { FileImport } from '../office/FileImport.js';
import { importText } from '../office/import.text.js';
import { sayTerm } from '../office/say-term.js';
import { reasonField } from '../office/usual.js';
import { useSession } from '../session/session.js';
import { Card, Facts, Money } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { type StepAction, StepButton } from '../ui/StepButton.js';
import { batchText } from './batch.text.js';

const batches = '/api/finance/batches';

/** One bank file: released, exported, and every answer of the bank. */
export function BatchPage() {
  const t = useText(batchText);
  const { id = '' } = useParams();
  return (
    <ReadPage<BatchView> title={t.batches} path={`${batches}/${encodeURIComponent(id)}`}>
      {(batch) => <Batch batch={batch} />}
    </ReadPage>
  );
}

function Batch({ batch }: { readonly batch: BatchView }) {
  const t = useText(batchText);
  const { language } = useLanguage();
  const { may } = useSession();
  const { prepared, released, exported } = batch.steps;
  const sent = released !== null && batch.status === 'released';
  return (
    <>
      <b>{batch.number}</b>
      <ApprovalStrip
        steps={[
          { what: t.prepared, state: 'done', by: prepared.by, at: prepared.at },
          { what: t.batchStatuses.released, state: released ? 'done' : 'now', by: released?.by, at: released?.at },
          {
            ...{ what: t.exportFile, state: exported ? 'done' : released ? 'now' : 'to-come' },
            ...{ by: exported?.by, at: exported?.at },
          },
        ]}
      />
      <Steps batch={batch} />
      <Card>
        <Facts
          facts={[
            { label: t.count, value: batch.lines },
            { label: t.total, value: <Money fen={batch.totalFen} /> },
            { label: t.profile, value: sayTerm('profiles', batch.profile, language) },
            { label: t.digest, value: <code className="digest">{batch.digest}</code> },
          ]}
        />
        {sent && may('batch.export') && (
          <p>
            <a className="button" href={`${batches}/${batch.id}/file`} download>
              {t.download}
            </a>
          </p>
        )}
      </Card>
      {sent && may('batch.take-return') && (
        <FileImport<TakenReturn>
          title={t.returnTitle}
          hint={t.returnHint}
          accept=".csv,.txt,.xml,.xlsx"
          path={`${batches}/${batch.id}/returns`}
          body={(content, name) => ({ name, content })}
          outcome={({ accepted, returned, notes }, language) => ({
            ...{ done: accepted + returned, returned: null },
            errors: notes.map(({ row, code, reference }) => ({
              where: importText[language].line(row),
              detail: `${code} ${reference}`,
            })),
          })}
        />
      )}
    </>
  );
}

function Steps({ batch }: { readonly batch: BatchView }) {
  const t = useText(batchText);
  const { language } = useLanguage();
  const { may } = useSession();
  const step = (key: string, label: string, done: string, more: Partial<StepAction<BatchView>> = {}) => ({
    ...{ key, label, done, path: ({ id }: BatchView) => `${batches}/${id}/${key}`, body: () => ({}), ...more },
  });
  const steps = [
    ...(batch.status === 'prepared' && may('batch.release')
      ? [step('release', t.releaseBatch, t.released, { question: t.releaseBatchQuestion })]
      : []),
    ...(batch.status === 'prepared' && may('batch.prepare')
      ? [
          step('discard', t.discard, t.discarded, {
            ...{ question: t.discardQuestion, tone: 'no', fields: [reasonField(language)], body: (values) => values },
          }),
        ]
      : []),
    ...(batch.status === 'released' && !batch.steps.exported && may('batch.export')
      ? [step('export', t.exportFile, t.exported)]
      : []),
  ];
  if (steps.length === 0) return null;
  return (
    <div className="row">
      {steps.map((one) => (
        <StepButton key={one.key} step={one} subject={batch} />
      ))}
    </div>
  );
}
