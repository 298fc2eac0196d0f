import { createHash } from 'node:crypto';
import { season } from './calendar.js';
import { Databases } from './invariants/databases.js';
import type { World } from './world.js';

/** Digests of what the year came to, by the position of people in the season: alike on either bus with the same seed. */
export async function digests(world: World): Promise<Readonly<Record<string, string>>> {
  const databases = new Databases(process.env);
  const index = new Map(world.applicants.map(({ applicationId, person }) => [applicationId, person.index]));
  const byAccount = new Map(world.applicants.map(({ accountId, person }) => [accountId, person.index]));
  try {
    const placed = await databases.rows<{ application: string; code: string | null }>(
      'placement',
      'select application_id application, post_code code from placement where season = $1',
      [season],
    );
    const paid = await databases.rows<{ account: string; month: string; fen: string; state: string }>(
      'finance',
      'select account_id account, month, fen::text fen, state from payment_line',
    );
    const graded = await databases.rows<{ account: string; grade: string | null; status: string }>(
      'assessment',
      'select account, grade, status from assessment where season = $1',
      [season],
    );
    return {
      placement: digestOf(placed.map(({ application, code }) => `${index.get(application)} ${code ?? '-'}`)),
      payments: digestOf(
        paid.map(({ account, month, fen, state }) => `${byAccount.get(account)} ${month} ${fen} ${state}`),
      ),
      grades: digestOf(graded.map(({ account, grade, status }) => `${byAccount.get(account)} ${grade} ${status}`)),
    };
  } finally {
    await databases.close();
  }
}

function digestOf(lines: readonly string[]): string {
  return createHash('sha256')
    .update([...lines].sort().join('\n'))
    .digest('hex');
}
