import type { Tx } from '@xibu/platform';
import { readResult } from '../matching/result-tables.js';
import type { ResultFiles } from '../matching/round-files.js';
import type { Round } from './round.js';

const batchRows = 10_000;

/** The result as rows, so that people and offices can ask for theirs. A run that is done again replaces them. */
export async function storePlacements(tx: Tx, round: Round, files: ResultFiles): Promise<void> {
  const { id, season, division } = round;
  await tx.query('delete from placement where round_id = $1', [id]);
  const { rows } = readResult(files);
  for (let from = 0; from < rows.length; from += batchRows) {
    const batch = rows.slice(from, from + batchRows);
    await tx.query(
      `insert into placement (round_id, code, application_id, account_id, season, division, university, post_id,
                              post_code, pass, rank, score_hundredths)
       select $1, c.code, c.id, c.account_id, $2, coalesce(p.county, $3), c.university, p.id, p.code, r.pass, r.rank,
              c.score_hundredths
         from unnest($4::text[], $5::text[], $6::int[], $7::int[]) as r (code, post, pass, rank)
         join candidate c on c.season = $2 and c.code = r.code
         left join post p on p.code = r.post`,
      [
        ...[id, season, division],
        batch.map(({ code }) => code),
        batch.map(({ postId }) => postId),
        batch.map(({ pass }) => pass),
        batch.map(({ rank }) => rank),
      ],
    );
  }
}
