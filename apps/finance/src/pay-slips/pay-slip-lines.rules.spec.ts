import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { grown, runs } from '../subsidy-runs/generated-run.spec.js';
import { explainPay } from '../subsidy-runs/pay-explanation.rules.js';
import { slipOf } from '../subsidy-runs/pay-slip.rules.js';
import { sampleRun } from '../subsidy-runs/sample-run.js';
import { linesOfSlip } from './pay-slip-lines.rules.js';

const sum = (lines: readonly { fen: number }[]) => lines.reduce((all, { fen }) => all + fen, 0);

test('the lines of a slip come to its net, whatever changed late and whatever is carried', () => {
  fc.assert(
    fc.property(grown, ({ later }) => {
      for (const { person, service } of later.people) {
        const explanation = explainPay(later, person, later.settings.month);
        const run = sampleRun({ month: later.settings.month });
        const who = { accountId: person, name: null, unit: null, service };
        const slip = slipOf(run, who, explanation, { exceptions: [], payments: [] });
        if (slip.netFen === null) continue;
        const { earnings, deductions } = linesOfSlip(slip);
        expect(sum(earnings) - sum(deductions)).toBe(slip.netFen);
        for (const line of [...earnings, ...deductions]) expect(line.fen).toBeGreaterThan(0);
      }
    }),
    { ...runs, numRuns: 60 },
  );
});
