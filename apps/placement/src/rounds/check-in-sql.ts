import type { Tx } from '@xibu/platform';
import type { RoundInput } from '../matching/round-input.js';
import type { Round } from './round.js';
import { inputFilesOf, inputRowsOf, readFiles } from './round-files.js';

/**
 * The second verification, in another language: PostgreSQL itself looks for somebody who was passed over, straight from
 * the rows that will be published and the frozen tables. Answers a sentence for each of the first ten of a kind.
 */
export async function checkInSql(tx: Tx, { id, seed }: Round): Promise<string[]> {
  const input = inputRowsOf(inputFilesOf(await readFiles(tx, id)), seed ?? '');
  for (const [table, columns] of tables) await tx.query(`create temp table ${table} (${columns}) on commit drop`);
  await loadFrozen(tx, input);
  for (const sql of derived) await tx.query(sql, sql.includes('$1') ? [id] : []);
  const found: string[] = [];
  for (const [what, sql] of checks) {
    const rows: { what: string }[] = await tx.query(`${sql} order by 1 limit 10`, [id]);
    found.push(...rows.map((row) => `SQL ${what}: ${row.what}`));
  }
  return found;
}

const id = 'text collate "C"';
const tables: readonly (readonly [table: string, columns: string])[] = [
  ['checked_node', `id ${id}, parent ${id}, max int`],
  ['checked_post', `id ${id}, node ${id}, capacity int, reassignable boolean`],
  ['checked_applicant', `code ${id}, score int, reassign boolean, lottery bytea`],
  ['checked_edge', `code ${id}, rank int, post ${id}, class int`],
  ['checked_path', `post ${id}, place ${id}, depth int`],
  ['checked_place', `place ${id}, max int, held int, seated int`],
  ['checked_stop', `post ${id}, place ${id}`],
  ['checked_cutoff', `place ${id}, class int, behind int, lottery bytea, code ${id}`],
];

async function loadFrozen(tx: Tx, { nodes, posts, applicants, preferences, seed }: RoundInput): Promise<void> {
  await tx.query('insert into checked_node select * from unnest($1::text[], $2::text[], $3::int[])', [
    nodes.map(({ nodeId }) => nodeId),
    nodes.map(({ parentId }) => parentId),
    nodes.map(({ max }) => max),
  ]);
  await tx.query('insert into checked_post select * from unnest($1::text[], $2::text[], $3::int[], $4::boolean[])', [
    posts.map(({ postId }) => postId),
    posts.map(({ nodeId }) => nodeId),
    posts.map(({ capacity }) => capacity),
    posts.map(({ reassignable }) => reassignable),
  ]);
  await tx.query(
    `insert into checked_applicant
     select code, score, reassign, substr(sha256(convert_to($4 || ':' || code, 'UTF8')), 1, 8)
       from unnest($1::text[], $2::int[], $3::boolean[]) as a (code, score, reassign)`,
    [
      applicants.map(({ code }) => code),
      applicants.map(({ score }) => score),
      applicants.map(({ acceptsReassignment }) => acceptsReassignment),
      seed,
    ],
  );
  await tx.query('insert into checked_edge select * from unnest($1::text[], $2::int[], $3::text[], $4::int[])', [
    preferences.map(({ code }) => code),
    preferences.map(({ rank }) => rank),
    preferences.map(({ postId }) => postId),
    preferences.map((preference) => preference.class),
  ]);
}

/** What stands on each post's way up, how full it is, the innermost full place, and the largest key held there. */
const derived: readonly string[] = [
  'analyze checked_edge',
  'analyze checked_applicant',
  `insert into checked_path
   with recursive up as (
     select id post, 'post:' || id place, 0 depth, node next from checked_post
     union all select up.post, n.id, up.depth + 1, n.parent from up join checked_node n on n.id = up.next)
   select post, place, depth from up`,
  `insert into checked_place
   select m.place, m.max, count(h.code) filter (where h.pass = 1), count(h.code)
     from (select 'post:' || id place, capacity max from checked_post
           union all select id, max from checked_node) m
     left join checked_path p on p.place = m.place
     left join placement h on h.round_id = $1 and h.post_code = p.post
    group by 1, 2`,
  `insert into checked_stop
   select distinct on (p.post) p.post, p.place from checked_path p
     join checked_place f on f.place = p.place and f.held >= f.max order by p.post, p.depth`,
  `insert into checked_cutoff
   select distinct on (p.place) p.place, e.class, -a.score, a.lottery, a.code
     from checked_path p
     join checked_place f on f.place = p.place and f.held >= f.max
     join placement h on h.round_id = $1 and h.post_code = p.post and h.pass = 1
     join checked_edge e on e.code = h.code and e.post = h.post_code
     join checked_applicant a on a.code = h.code
    order by p.place, e.class desc, -a.score desc, a.lottery desc, a.code desc`,
];

const checks: readonly (readonly [what: string, sql: string])[] = [
  [
    'not once',
    `select coalesce(a.code, h.code) "what" from checked_applicant a
       full join (select code from placement where round_id = $1) h on h.code = a.code
      where a.code is null or h.code is null`,
  ],
  ['over its maximum', `select place "what" from checked_place where seated > max and $1::uuid is not null`],
  [
    'not ranked',
    `select h.code || ' ' || h.post_code "what" from placement h
      where h.round_id = $1 and h.pass = 1 and not exists (
        select from checked_edge e where e.code = h.code and e.post = h.post_code and e.rank = h.rank)`,
  ],
  [
    'wrongly reassigned',
    `select h.code || ' ' || h.post_code "what" from placement h
       join checked_applicant a on a.code = h.code
       left join checked_post p on p.id = h.post_code
      where h.round_id = $1 and h.pass = 2 and (not a.reassign or p.reassignable is not true or exists (
        select from checked_edge e where e.code = h.code and e.post = h.post_code))`,
  ],
  [
    'passed over',
    `select e.code || ' ' || e.post "what" from checked_edge e
       join checked_applicant a on a.code = e.code
       left join placement h on h.round_id = $1 and h.code = e.code and h.pass = 1
       left join checked_stop s on s.post = e.post
       left join checked_cutoff c on c.place = s.place
      where (h.rank is null or e.rank < h.rank)
        and (s.place is null or (e.class, -a.score, a.lottery, a.code) < (c.class, c.behind, c.lottery, c.code))`,
  ],
];
