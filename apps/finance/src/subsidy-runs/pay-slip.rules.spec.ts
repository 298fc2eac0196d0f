import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { grown, runs } from './generated-run.spec.js';
import { explainPay } from './pay-explanation.rules.js';
import { slipOf } from './pay-slip.rules.js';
import type { RunInputs, Service } from './run-inputs.js';
import { sampleRun } from './sample-run.js';

const always = { from: '2023-01-01', to: null } as const;
const stay = (from: Service['from'], to: Service['to'], paid = true): Service => ({
  ...{ from, to, county: '152221', project: 'national', paid },
});
const inputs = (service: readonly Service[], bases = [{ ...always, fen: 400_000 }]): RunInputs => ({
  settings: { month: '2023-09', since: '2023-09', required: ['living'], insuranceDay: 15, employerSource: 'county' },
  tables: {
    rates: [{ component: 'living', project: '*', place: '150000', ...always, fen: 300_000, proration: 'calendar' }],
    funding: [
      { project: '*', place: '150000', ...always, ord: 1, source: 'central', fen: 90_000 },
      { project: '*', place: '150000', ...always, ord: 2, source: 'county', fen: null },
    ],
    insurance: [
      {
        ...{ scheme: 'pension', place: '150000', ...always, personalPpm: 80_000, employerPpm: 160_000 },
        ...{ floorFen: 450_000, ceilingFen: null, unitFen: 1, mode: 'half-up' },
      },
    ],
  },
  people: [{ person: 'a', card: true, hold: false, service, bases, posted: [], carryFen: 1_000 }],
});
const none = { exceptions: [], payments: [] };
function slip(given: RunInputs, month: RunInputs['settings']['month'] = '2023-09', person = 'a') {
  const service = given.people.find((each) => each.person === person)?.service ?? [];
  const run = sampleRun({ month });
  return slipOf(run, { accountId: 'x', name: '测试', unit: 'u', service }, explainPay(given, person, month), none);
}

test('a slip shows every step from the days to the net, in whole fen (domain.md §4)', () => {
  expect(slip(inputs([stay('2023-09-11', null)]))).toMatchObject({
    ...{ month: '2023-09', county: 152221, name: '测试', daysOnPost: 20, payable: true },
    ...{
      grossFen: 200_000,
      personalFen: 36_000,
      carryInFen: 1_000,
      netFen: 163_000,
      carryOutFen: 0,
      employerFen: 72_000,
    },
    components: [
      {
        ...{ component: 'living', ratedDays: 20, daysInMonth: 30, fen: 200_000 },
        segments: [{ county: 152221, monthlyFen: 300_000, proration: 'calendar', firstDay: '2023-09-11', days: 20 }],
      },
    ],
    funding: [
      {
        layers: [
          { source: 'central', limitFen: 60_000, usedFen: 60_000 },
          { source: 'county', limitFen: null, usedFen: 140_000 },
        ],
      },
    ],
    insurance: {
      day: '2023-09-15',
      schemes: [{ scheme: 'pension', declaredFen: 400_000, baseFen: 450_000, bounded: 'floor', personalFen: 36_000 }],
    },
  });
});

test('days on post are days of service, paid or not, and only those of the month (domain.md §4)', () => {
  const service = [stay('2023-08-20', '2023-09-03'), stay('2023-09-03', '2023-09-06', false), stay('2023-09-28', null)];
  expect(slip(inputs(service)).daysOnPost).toBe(8);
});

test('whoever is not in pay gets a slip without amounts, and the reasons beside it (subsidy-run.md §3)', () => {
  expect(slip(inputs([stay('2023-09-11', null)], []))).toMatchObject({
    ...{ grossFen: null, netFen: null, payable: null, amounts: [], daysOnPost: 20 },
  });
});

test('the amounts of a slip come to its gross, personal and employer’s parts, whatever the run (subsidy-run.md §3)', () => {
  fc.assert(
    fc.property(grown, ({ inputs: given }) => {
      for (const { person } of given.people) {
        const { amounts, grossFen, personalFen, employerFen } = slip(given, given.settings.month, person);
        if (grossFen === null) continue;
        const sum = (of: (component: string) => boolean) =>
          amounts.filter(({ component }) => of(component)).reduce((all, { fen }) => all + fen, 0);
        expect(sum((component) => component.startsWith('si-personal:'))).toBe(personalFen);
        expect(sum((component) => component.startsWith('si-employer:'))).toBe(employerFen);
        expect(sum((component) => !component.startsWith('si-'))).toBe(grossFen);
      }
    }),
    runs,
  );
});
