import type { Tx } from '@xibu/platform';

export interface SeatOfPost {
  readonly postId: string;
  readonly postTitle: string | null;
  readonly county: number;
}

/** By application, the seat that a round gave it. */
export async function seatsHeld(tx: Tx, ids: readonly string[]): Promise<Map<string, SeatOfPost>> {
  const rows: (SeatOfPost & { id: string })[] = await tx.query(
    `select application_id id, post_id "postId", post_title "postTitle", county from preselection
     where application_id = any($1) and outcome = 'placed'`,
    [ids],
  );
  return new Map(rows.map(({ id, ...seat }) => [id, seat]));
}
