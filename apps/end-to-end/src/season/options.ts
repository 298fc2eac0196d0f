import { parseArgs } from 'node:util';

/** How far a season is played. */
export const stages = ['registration', 'placement', 'dispatch', 'mid-year', 'end'] as const;
export type Stage = (typeof stages)[number];

export interface Options {
  readonly url: string;
  readonly applicants: number;
  readonly seed: string;
  readonly until: Stage;
  readonly verify: boolean;
  readonly digest: boolean;
  /** Folder for the round and the pay runs, as anybody may recompute them. */
  readonly exports: string | null;
  /** File for the demonstration accounts. */
  readonly accounts: string | null;
  readonly bootstrapKey: string;
}

export function readOptions(args: readonly string[], variables: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' },
      applicants: { type: 'string', default: '4000' },
      seed: { type: 'string', default: '2023' },
      until: { type: 'string', default: 'end' },
      verify: { type: 'boolean', default: false },
      digest: { type: 'boolean', default: false },
      exports: { type: 'string' },
      accounts: { type: 'string' },
    },
  });
  const until = stages.find((stage) => stage === values.until);
  if (!until) throw new Error(`--until is one of ${stages.join(', ')}`);
  const applicants = Number(values.applicants);
  if (!Number.isInteger(applicants) || applicants < 20) throw new Error('--applicants is a whole number from 20 on');
  const bootstrapKey = variables['XIBU_BOOTSTRAP_KEY'];
  if (!values.url || !bootstrapKey) throw new Error('--url and XIBU_BOOTSTRAP_KEY say where the system is');
  return {
    ...{ url: values.url, applicants, seed: values.seed, until, bootstrapKey },
    ...{ verify: values.verify, digest: values.digest },
    ...{ exports: values.exports ?? null, accounts: values.accounts ?? null },
  };
}
