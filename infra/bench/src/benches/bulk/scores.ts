import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, dateOf, rfc3339 } from '@xibu/domain';
import { newId, type Tx } from '@xibu/platform';
import { actorOf, as } from '@xibu/platform/testing';
import { sampleApplicants } from '@xibu/recruitment/dist/applications/sample-applicants.js';
import { ListSeats } from '@xibu/recruitment/dist/exam-seats/list-seats.js';
import { RecordScores } from '@xibu/recruitment/dist/exam-seats/record-scores.js';
import { sampleScores } from '@xibu/recruitment/dist/exam-seats/sample-scores.js';
import { sampleSession } from '@xibu/recruitment/dist/exam-sessions/sample-session.js';
import { recruitmentSchema } from '@xibu/recruitment/dist/recruitment.schema.js';
import type { Bench } from '../../bench.js';
import { type BulkGround, bulkGround } from './bulk-ground.js';

const people = 10_000;
const { id: session } = sampleSession();
const officer: Actor = actorOf('region.officer', { division: 150_000 });
const rows = people.toLocaleString('en');
/** One list is written within two or three ticks of the clock that counts processor time. */
const times = 10;

const ground = (): Promise<BulkGround> =>
  bulkGround(recruitmentSchema, async ({ db }) => {
    await sampleScores(db, await sampleApplicants(db, people, 'scored'), () => 1);
  });

/** Read, locked, decided row by row, written, audited and told; the floor writes the same rows, audited as well. */
export const scoreImport: Bench = {
  ...{ name: 'score-import', goal: 'G5.1', what: `taking in ${rows} exam scores`, unit: 'rows per s of CPU' },
  ...{ floor: 'the same rows by bare unnest', target: { least: 0.8 } },
  async prepare() {
    const { db, admin, rate, end } = await ground();
    const { rows: known } = await admin.query<{ id: string; ticket: string }>(
      'select application_id id, ticket from exam_seat order by ticket',
    );
    const { rows: told } = await admin.query<Told>(
      'select id, account_id, season, university, number from application order by id',
    );
    let score = 1;
    return {
      async round() {
        score += 1;
        const given = known.map(({ ticket }) => ({ ticket, scoreHundredths: score }));
        const ours = await rate(people, async () => {
          const use = new RecordScores(db.database, db.clock);
          const { done } = await as(officer, () => use.run(session, { rows: given }, officer));
          if (done !== people) throw new Error(`only ${done} scores were taken in`);
        });
        score += 1;
        const bare = bareScores(known, told, score, db.clock.now());
        return { ours, floor: await rate(people, () => as(officer, () => db.database.transaction(bare))) };
      },
      end,
    };
  },
};

interface Told {
  readonly id: string;
  readonly account_id: string;
  readonly season: string;
  readonly university: string;
  readonly number: string;
}

/** What the import has to write, ready to be written: nothing is read and nothing decided. */
function bareScores(known: readonly { id: string }[], told: readonly Told[], score: number, now: Date) {
  const ids = known.map(({ id }) => id);
  const facts = told.map(({ id, account_id: accountId, season, university, number }) =>
    JSON.stringify({ applicationId: id, accountId, season, university, number, scoreHundredths: score }),
  );
  const keys = told.map(({ id }) => id);
  const factIds = keys.map(() => newId(now));
  return async (tx: Tx): Promise<void> => {
    await tx.query(
      `update exam_seat s set score_hundredths = m.score, is_absent = false, updated_at = $2
       from unnest($1::uuid[], $3::int[]) as m (id, score) where s.application_id = m.id`,
      [ids, now, ids.map(() => score)],
    );
    await tx.query(
      `update application a set status = m.status, decided_by = $2, updated_at = $3, version = version + 1
       from unnest($1::uuid[], $4::text[]) as m (id, status) where a.id = m.id`,
      [ids, dateOf(now), rfc3339(now), ids.map(() => 'scored')],
    );
    await tx.query(
      `insert into outbox (fact_id, topic, type, key, data, at, actor, correlation)
       select f.id, 'bare', 'bare', f.key, f.data::json, $1, 'bare', 'bare'
       from unnest($2::uuid[], $3::text[], $4::text[]) as f (id, key, data)`,
      [now, factIds, keys, facts],
    );
  };
}

/** The list of a session as an officer takes it home; the floor is the same table written by the server itself. */
export const seatExport: Bench = {
  ...{ name: 'seat-export', goal: 'G5.1', what: `exporting a list of ${rows} seats as CSV`, unit: 'rows per s of CPU' },
  ...{ floor: 'COPY of the same columns', target: { least: 0.8 } },
  async prepare() {
    const { db, admin, rate, end } = await ground();
    const folder = mkdtempSync(join(tmpdir(), 'xibu-bench-export-'));
    // The server writes there as another user.
    chmodSync(folder, 0o777);
    const lists = new ListSeats(db.database);
    return {
      async round() {
        const ours = await rate(people * times, async () => {
          for (let time = 0; time < times; time += 1) {
            const { bytes } = await as(officer, () => lists.export(session, { limit: 100 }, 'csv', officer));
            if (bytes.length < people * 20) throw new Error(`${bytes.length} bytes are no list of ${people}`);
          }
        });
        const copy = `copy (select s.ticket, a.form ->> 'name', s.site, s.room, s.seat, s.score_hundredths, s.is_absent
                            from exam_seat s join application a on a.id = s.application_id order by s.ticket)
                      to '${join(folder, 'seats.csv')}' with (format csv)`;
        const floor = await rate(people * times, async () => {
          for (let time = 0; time < times; time += 1) await admin.query(copy);
        });
        return { ours, floor };
      },
      async end() {
        rmSync(folder, { recursive: true });
        await end();
      },
    };
  },
};
