import { divisions, universities } from '@xibu/reference';
import pg from 'pg';

export interface Scale {
  readonly applications: number;
  /** The first so many of the list of the Ministry. */
  readonly universities: number;
  /** Only divisions whose code begins so; all 3,213 when nothing is said. */
  readonly region?: string;
}

export const faculties = ['文学与新闻传播学院', '数学科学学院', '生命科学学院', '经济管理学院'] as const;
const majors = ['汉语言文学', '数学与应用数学', '生物科学', '会计学', '农学', '学前教育'] as const;
const statuses = ['draft', 'submitted', 'faculty-passed', 'university-passed', 'rejected', 'scored', 'admitted'];
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗'];
const given = [...'伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲健世建红云志海'];

/** What the audit trail would write for each row says nothing about reading, and takes longer than the rows. */
const withoutTriggers = 'set local session_replication_role = replica';

/**
 * Fills the register of a migrated database of recruitment, as superuser, the same rows each time. Indexes of the
 * service are made anew after the rows; in one transaction with an empty table, nothing has to be written twice.
 */
export async function loadApplications(url: string, scale: Scale): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(withoutTriggers);
    await client.query(`set local maintenance_work_mem = '256MB'`);
    await client.query('truncate application cascade');
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `select i.indexrelid::regclass::text "name", pg_get_indexdef(i.indexrelid) made from pg_index i
        where i.indrelid = 'application'::regclass
          and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    );
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await client.query(insert, valuesOf(scale));
    for (const { made } of indexes) await client.query(made);
    await client.query('commit');
    await client.query('vacuum analyze application');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

function valuesOf({ applications, universities: ofThem, region = '' }: Scale): unknown[] {
  return [
    applications,
    universities()
      .slice(0, ofThem)
      .map(({ id }) => id),
    divisions()
      .filter(({ code }) => code.startsWith(region))
      .map(({ code }) => Number(code)),
    ...[[...faculties], [...majors], statuses, surnames, given],
  ];
}

/** `h` scatters the rows over places, names and steps; it follows from the number alone. */
const insert = `
  insert into application (id, season, account_id, status, division, university, faculty, number, form, identity_sealed,
    identity_index, checks, reviews, receipt, submitted_at, decided_by, updated_at, version)
  select ('01890000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '2023-2024', 'account-' || n,
         ($6::text[])[1 + (h >> 3) % array_length($6::text[], 1)],
         ($3::int[])[1 + (h >> 7) % array_length($3::int[], 1)],
         ($2::text[])[1 + n % array_length($2::text[], 1)],
         ($4::text[])[1 + (h >> 5) % array_length($4::text[], 1)],
         '2023-15-' || lpad(n::text, 7, '0'),
         jsonb_build_object(
           'name', ($7::text[])[1 + (h >> 9) % array_length($7::text[], 1)]
                   || ($8::text[])[1 + (h >> 13) % array_length($8::text[], 1)]
                   || ($8::text[])[1 + (h >> 19) % array_length($8::text[], 1)],
           'majorName', ($5::text[])[1 + (h >> 11) % array_length($5::text[], 1)], 'ethnicGroup', '02',
           'politicalStatus', '03', 'nativePlace', 152201, 'mobile', '139' || lpad(n::text, 8, '0'),
           'email', 'person-' || n || '@example.org', 'education', '21', 'degree', '405', 'category', 'fresh-graduate',
           'graduatesOn', '2023-06-30', 'volunteerHours', n % 400, 'skills', '', 'awards', '', 'termYears', 1,
           'specials', jsonb_build_array('rural-education')),
         'k1.' || repeat(md5(n::text), 2), md5('i' || n), '[]', '[]', md5('r' || n),
         timestamptz '2023-04-12 00:00+08' + (h % 3369600) * interval '1 second', '2023.1', '2023-05-21', 3
    from (select n, (n::bigint * 2654435761) % 4294967296 h from generate_series(1, $1::int) n) s`;
