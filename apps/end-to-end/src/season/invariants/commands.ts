import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { forEach } from '../client.js';
import type { Invariant } from './invariant.js';

const run = promisify(execFile);
const apps = join(import.meta.dirname, '..', '..', '..', '..');
const place = join(apps, 'placement', 'dist', 'matching', 'place.js');
const pay = join(apps, 'finance', 'dist', 'subsidy-runs', 'pay.js');

/** The files that anybody may download, solved anew on the command line. */
export const roundsComeOutAlike: Invariant = {
  name: 'published rounds, placed again from their files, give the same bytes',
  async check({ world, folder }) {
    const wrong: string[] = [];
    for (const { name } of world.rounds) {
      const [from, again] = [join(folder, name), join(folder, `${name}-again`)];
      await run(process.execPath, [place, '--in', from, '--out', again]);
      wrong.push(
        ...differences(from, again, ['result.csv', 'cutoffs.csv', 'round.json']).map((file) => `${name}: ${file}`),
      );
    }
    return wrong;
  },
};

/** Four runs over the year, exported by pseudonym and computed again without the service. */
export const runsComeOutAlike: Invariant = {
  name: 'exported subsidy runs, computed again from their files, give the same bytes',
  async check({ databases, folder }) {
    const runs = await databases.rows<{ id: string; number: string }>(
      'finance',
      `select id, number from (select id, number, row_number() over (partition by month order by people desc, number) n
                               from subsidy_run where release_seq is not null and right(month, 2) in ('08', '12', '04', '07')) r
       where n = 1 order by number`,
    );
    const env = { PATH: process.env['PATH'], XIBU_DATABASE_URL: databases.urlOf('finance') };
    const wrong: string[] = [];
    await forEach(runs, 2, async ({ number }) => {
      const [from, again] = [join(folder, `pay-${number}`), join(folder, `pay-${number}-again`)];
      await run(process.execPath, [pay, '--export', number, '--out', from], { env });
      await run(process.execPath, [pay, '--in', from, '--out', again], { env });
      wrong.push(...differences(from, again, readdirSync(again)).map((file) => `${number}: ${file}`));
    });
    return wrong;
  },
};

function differences(left: string, right: string, files: readonly string[]): string[] {
  return files.filter((file) => !readFileSync(join(left, file)).equals(readFileSync(join(right, file))));
}
