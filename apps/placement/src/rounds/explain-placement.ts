import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { PlacementExplanationView } from '@xibu/domain/placement/api';
import { Database, type Tx } from '@xibu/platform';
import { isWithin } from '../counties/find-county.js';
import { PublishedRounds } from './published-rounds.js';
import { nameOf, type Round } from './round.js';
import { RoundTable } from './round.table.js';

/** 分配结果说明: the applicant's own, or anybody's by code for the region that answers appeals. */
@Injectable()
export class ExplainPlacement {
  constructor(
    private readonly database: Database,
    private readonly rounds: PublishedRounds,
  ) {}

  /** A person asks without a code and reads a published round only; the region may look before that. */
  async run(roundId: string, code: string | undefined, actor: Actor): Promise<PlacementExplanationView> {
    const isPerson = !actor.divisions;
    const round = await this.database.transaction((tx) => tx.findOne(RoundTable, { where: { id: roundId } }));
    if (!round || (!isPerson && !isWithin(round.division, actor))) throw new Refusal('record.unknown');
    if (isPerson && round.status !== 'published') throw new Refusal('round.not-published');
    if (round.resultDigest === null) throw new Refusal('round.no-result');
    const wanted = isPerson ? await this.ownCode(round, actor) : code;
    if (wanted === undefined) throw new Refusal('round.not-in-round');
    // The tables are everybody's; that only the own row is told was settled above.
    return this.database.asService(async (tx) => {
      const explanation = await this.rounds.explain(tx, round, wanted);
      if (!explanation) throw new Refusal('round.not-in-round');
      return { round: nameOf(round), ...explanation, posts: await titlesOf(tx, explanation.choices, explanation.held) };
    });
  }

  private async ownCode({ id }: Round, { account }: Actor): Promise<string | undefined> {
    const [own]: { code: string }[] = await this.database.transaction((tx) =>
      tx.query('select code from placement where round_id = $1 and account_id = $2', [id, account]),
    );
    return own?.code;
  }
}

/** What the posts in an explanation are called. */
async function titlesOf(
  tx: Tx,
  choices: readonly { readonly postId: string }[],
  held: { readonly postId: string } | null,
): Promise<PlacementExplanationView['posts']> {
  const codes = [...choices, ...(held ? [held] : [])].map(({ postId }) => postId);
  return tx.query(
    `select code, title, unit_name "unitName", county, special from post where code = any($1) order by code`,
    [codes],
  );
}
