import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { emptyProblem, ProblemError } from '../src/api/problem.js';
import { chosenLanguage, LanguageProvider, useLanguage } from '../src/language/language.js';
import { ApprovalStrip } from '../src/office/ApprovalStrip.js';
import { FileImport, type ImportedSheet } from '../src/office/FileImport.js';
import { History } from '../src/office/History.js';
import { JobBanner } from '../src/office/JobBanner.js';
import { MoneyTable } from '../src/office/MoneyTable.js';
import { Announcer } from '../src/ui/Announcer.js';
import { Button } from '../src/ui/Button.js';
import { FormDialog } from '../src/ui/FormDialog.js';
import { Card, Explanation } from '../src/ui/notices.js';
import { EmptyState, ErrorState, Skeleton } from '../src/ui/states.js';
import '../src/styles/tokens.css';
import '../src/styles/base.css';
import '../src/styles/kit.css';
import '../src/styles/lists.css';
import '../src/styles/forms.css';
import '../src/styles/frames.css';
import '../src/styles/office.css';

/** Patterns that no page of the portal uses yet, with content of a county's pay run; for looking at and for tests. */
function Gallery() {
  const { language, choose } = useLanguage();
  return (
    <main className="page">
      <h1>Gallery</h1>
      <Button onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>language</Button>
      <ApprovalStrip
        steps={[
          { what: 'A', state: 'done', by: '乌云', at: '2023-10-02T09:12:00+08:00' },
          { what: 'B', state: 'done', by: '额尔敦', at: '2023-10-04T15:30:00+08:00' },
          { what: 'C', state: 'now', mine: true },
          { what: 'D', state: 'to-come' },
        ]}
      />
      <Money />
      {['queued', 'running', 'done', 'failed'].map((state) => (
        <JobBanner key={state} title={state} path={`/api/fixtures/jobs/${state}`} again={() => undefined} />
      ))}
      <FileImport<ImportedSheet>
        title="Sheet"
        hint="refused"
        path="/api/fixtures/sheet"
        body={(content, name) => ({ content, name })}
        outcome={(answer) => answer}
      />
      <Card title="Explanation">
        <Explanation clause="3.1">
          <p>2,500.00 × 18 / 30</p>
        </Explanation>
      </Card>
      <Card title="History">
        <History items={[{ at: '2023-10-02T09:12:00+08:00', what: 'A', by: '乌云', why: '已核对' }]} />
      </Card>
      <MoneyForm />
      <States />
    </main>
  );
}

function Money() {
  const columns = [
    { key: 'computed', label: 'computed' },
    { key: 'approved', label: 'approved' },
    { key: 'inFile', label: 'in file' },
    { key: 'returned', label: 'returned' },
  ];
  const row = (key: string, computed: number, inFile: number) => ({
    ...{ key, label: key },
    amounts: { computed, approved: computed, inFile, returned: null },
  });
  const rows = [row('central', 10_500_000, 10_250_000), row('county', 1_824_066, 1_780_633)];
  return (
    <>
      <MoneyTable title="agrees" first="source" columns={columns} rows={rows} agree={['computed', 'approved']} />
      <MoneyTable title="differs" first="source" columns={columns} rows={rows} agree={['computed', 'inFile']} />
    </>
  );
}

function MoneyForm() {
  const [open, setOpen] = useState(false);
  return (
    <Card title="Form">
      <Button onClick={() => setOpen(true)}>open form</Button>
      {open && (
        <FormDialog
          title="Amount"
          label="send"
          fields={[{ key: 'sum', label: 'sum', kind: 'money' }]}
          send={async () => {
            throw new ProblemError({ ...emptyProblem(422, 'x'), errors: [{ pointer: '/sum', detail: 'too much' }] });
          }}
          onDone={() => setOpen(false)}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}

function States() {
  const problems: readonly (readonly [string, ProblemError])[] = [
    ['offline', new ProblemError(emptyProblem(0, 'offline'))],
    ['busy', new ProblemError({ ...emptyProblem(503, 'service.unavailable'), retryAfterSeconds: 30 })],
    ['fault', new ProblemError({ ...emptyProblem(500, 'fault'), trace: '3f6c1b7a' })],
    ['no right', new ProblemError({ ...emptyProblem(403, 'permission.missing'), detail: 'no' })],
  ];
  return (
    <>
      <Card title="empty">
        <EmptyState />
      </Card>
      <Card title="loading">
        <Skeleton />
      </Card>
      {problems.map(([name, error]) => (
        <Card key={name} title={name}>
          <ErrorState error={error} retry={() => undefined} />
        </Card>
      ))}
    </>
  );
}

function Providers({ children }: { readonly children: ReactNode }) {
  const [client] = useState(() => new QueryClient());
  return (
    <LanguageProvider first={chosenLanguage()}>
      <QueryClientProvider client={client}>
        <MemoryRouter>
          <Announcer>{children}</Announcer>
        </MemoryRouter>
      </QueryClientProvider>
    </LanguageProvider>
  );
}

const place = document.getElementById('gallery');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Providers>
        <Gallery />
      </Providers>
    </StrictMode>,
  );
}
