import type { SubsidyRun } from './subsidy-run.js';

const signature = (account: string) => ({ account, name: account, at: '2023-09-05T09:00:00.000+08:00' });

/** A calculated run of 科尔沁右翼前旗, as its steps find it. */
export function sampleRun(changes: Partial<SubsidyRun> = {}): SubsidyRun {
  return {
    ...{ id: '01890000-0000-7000-8000-000000000701', number: '152221-2023-09', season: '2023-2024', month: '2023-09' },
    ...{ division: 152221, since: '2023-07', status: 'calculated', dueOn: '2023-10-15', decidedBy: '2023-2024/1' },
    ...{ openedAt: new Date('2023-10-05T01:00:00+08:00'), attendanceLocked: signature('officer') },
    ...{ calculated: signature('officer'), approved: null, released: null, overrideReason: null, returnReason: null },
    ...{ releaseSeq: null, people: 2, payable: 2, exceptions: 0, grossFen: 540_000, personalFen: 64_000 },
    ...{ employerFen: 128_000, netFen: 476_000, inputDigest: 'i', resultDigest: 'r', version: 4, ...changes },
  };
}
