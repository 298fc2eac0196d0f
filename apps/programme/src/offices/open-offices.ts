import { Injectable } from '@nestjs/common';
import { type Actor, type Fact, Refusal } from '@xibu/domain';
import type { OfficeView, OpenedRow, OpenOfficeRequest, OpenOfficesRequest } from '@xibu/domain/programme/api';
import { Clock, Database, newId, record, type Tx } from '@xibu/platform';
import { officeOf } from './find-office.js';
import { knownPlaceOf } from './known-places.js';
import { type Office, viewOf } from './office.js';
import { keyOf, open } from './office.rules.js';
import { OfficeTable } from './office.table.js';

/** Any number that no other lock of this database uses: one opening at a time, so that codes and parents are settled. */
const lockId = 7_201_410;

/** Opens offices below the one that acts: one of them, or the rows of a list, where each stands or falls by itself. */
@Injectable()
export class OpenOffices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  one(request: OpenOfficeRequest, actor: Actor): Promise<OfficeView> {
    return this.database.transaction(async (tx) => {
      const { by, register } = await this.prepare(tx, [request], actor);
      const now = this.clock.now();
      const [office, fact] = open(request, knownPlaceOf(request), by, register, { id: newId(now), now });
      await tx.insert(OfficeTable, office);
      await record(tx, now, fact);
      return viewOf(office);
    });
  }

  many({ offices }: OpenOfficesRequest, actor: Actor): Promise<OpenedRow[]> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { by, register } = await this.prepare(tx, offices, actor);
      const facts: Fact[] = [];
      const made: Office[] = [];
      const rows = offices.map((request, index): OpenedRow => {
        try {
          const [office, fact] = open(request, knownPlaceOf(request), by, register, { id: newId(now), now });
          register.set(keyOf(office), office);
          made.push(office);
          facts.push(fact);
          return { index, done: true, id: office.id };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return { index, done: false, code: error.code };
        }
      });
      await insertOffices(tx, made);
      await record(tx, now, ...facts);
      return rows;
    });
  }

  private async prepare(tx: Tx, requests: readonly OpenOfficeRequest[], actor: Actor) {
    await tx.query('select pg_advisory_xact_lock($1)', [lockId]);
    const by = await officeOf(tx, actor);
    return { by, register: await registerFor(tx, requests) };
  }
}

/** The offices that decide about these requests: those of the same places, and those above them. */
async function registerFor(tx: Tx, requests: readonly OpenOfficeRequest[]): Promise<Map<string, Office>> {
  const places = requests.map((request) => ({ request, known: knownPlaceOf(request) }));
  const divisions = places.flatMap(({ request, known }) => [request.division ?? 0, known.parentDivision ?? 0]);
  const universities = places.flatMap(({ known }) => (known.universityId ? [known.universityId] : []));
  const units = requests.flatMap(({ unit }) => (unit ? [unit] : []));
  const found = await tx
    .createQueryBuilder(OfficeTable, 'o')
    .where('o.division = any(:divisions) or o.university = any(:universities) or o.unit = any(:units)')
    .setParameters({ divisions: [...new Set([0, ...divisions])], universities: [...new Set(universities)], units })
    .getMany();
  return new Map(found.map((office) => [keyOf(office), office]));
}

/** One statement for all; the parents among them stand before their children. */
export async function insertOffices(tx: Tx, offices: readonly Office[]): Promise<void> {
  await tx.query(
    `insert into office (id, tier, name, parent_id, division, university, faculty, unit, scope_division, duty_phone,
                         status, opened_at, version)
     select *, 'open', $11, 1 from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::int[], $6::text[], $7::text[],
                                          $8::text[], $9::int[], $10::text[])`,
    [
      ...(
        ['id', 'tier', 'name', 'parentId', 'division', 'university', 'faculty', 'unit', 'scopeDivision'] as const
      ).map((column) => offices.map((office) => office[column])),
      offices.map(({ dutyPhone }) => dutyPhone),
      offices[0]?.openedAt ?? null,
    ],
  );
}
