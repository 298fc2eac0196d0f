import { Databases } from './invariants/databases.js';
import { print, yuan } from './tables.js';

interface BySource {
  readonly source: string;
  readonly component: string;
  readonly fen: string;
}

/** What the released runs posted, by source and component; and where the payments stand. */
export async function printMoney(variables: NodeJS.ProcessEnv): Promise<void> {
  const databases = new Databases(variables);
  if (!databases.known().includes('finance')) return;
  try {
    const lines = await databases.rows<BySource>(
      'finance',
      `select l.source, l.component, sum(l.fen)::text fen from run_line l join subsidy_run r on r.id = l.run_id
       where r.release_seq is not null group by 1, 2 order by 1, 2`,
    );
    print(
      ['money by source', 'component', 'yuan'],
      lines.map(({ source, component, fen }) => [source, component, yuan(Number(fen))]),
    );
    const states = await databases.rows<{ state: string; n: number; fen: string }>(
      'finance',
      'select state, count(*)::int n, sum(fen)::text fen from payment_line group by 1 order by 1',
    );
    print(
      ['payment lines', 'number', 'yuan'],
      states.map(({ state, n, fen }) => [state, String(n), yuan(Number(fen))]),
    );
  } finally {
    await databases.close();
  }
}
