import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { ImportOutcome, ImportTeachingGroupRequest, TeachingGroupRow } from '@xibu/domain/recruitment/api';
import { Clock, Database, newId, requireOpen, Sealing, seasonOf } from '@xibu/platform';
import { university } from '@xibu/reference';
import { type Admitted, admitTo } from '../admissions/admission.rules.js';
import { personOf } from '../admissions/person-of.js';
import { storeAdmissions } from '../admissions/store-admissions.js';
import type { Identity } from '../applications/application.rules.js';
import { isInScope } from '../applications/office-scope.js';
import { readIdentity } from '../applications/read-identity.js';
import { decideEach, outcomeOf, readImport, refuseSecond } from '../spreadsheets/import-rows.js';
import { enrol, type GroupList } from './teaching-group.rules.js';
import { memberColumns, memberRowOf } from './teaching-group-sheet.js';
import { insertMembers, type KnownOfList, knownOf } from './teaching-group-tables.js';

/** Takes in one list of a teaching group: each member is admitted at once, to the post that the list names. */
@Injectable()
export class ImportTeachingGroup {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run({ season, listNumber, ...request }: ImportTeachingGroupRequest, actor: Actor): Promise<ImportOutcome> {
    const now = this.clock.now();
    const imported = await readImport(request, memberColumns, memberRowOf);
    return this.database.transaction(async (tx) => {
      const { region } = await seasonOf(tx, season);
      if (!isInScope({ division: region, university: null }, actor)) throw new Refusal('record.unknown');
      await requireOpen(tx, season, 'admission', now);
      const identities = imported.rows.map(({ row }) => this.identityOf(row));
      const known = await knownOf(
        tx,
        season,
        region,
        imported.rows.map(({ row }) => row),
        identities,
      );
      const list = { season, listNumber, region };
      const seen = { people: new Set<string>(), accounts: new Set<string>() };
      const lines = imported.rows.map(({ line, row }, at) => ({ line, row: { row, identity: identities[at] } }));
      const decided = decideEach(lines, ({ row, identity }): Admitted => {
        if (identity instanceof Refusal || !identity) throw identity ?? new Refusal('import.unknown-number');
        refuseSecond(seen.people, identity.index);
        refuseSecond(seen.accounts, row.accountId);
        return this.admit(row, identity, known, list, { actor, now });
      });
      await insertMembers(
        tx,
        decided.results.map(([application]) => application),
      );
      await storeAdmissions(tx, decided.results, now);
      return outcomeOf({ ...imported, rows: lines }, decided);
    });
  }

  private admit(
    row: TeachingGroupRow,
    identity: Identity,
    known: KnownOfList,
    list: GroupList,
    { actor, now }: { readonly actor: Actor; readonly now: Date },
  ): Admitted {
    const post = known.posts.get(row.postId) ?? null;
    const member = enrol(
      row,
      {
        ...{ id: newId(now), number: known.nextNumber(), identity, post },
        universityListed: university(row.university) !== undefined,
        accountTaken: known.accounts.has(row.accountId),
        identityTaken: known.identities.has(identity.index),
      },
      list,
      now,
    );
    const seat = post && { postId: row.postId, postTitle: post.title, county: post.county };
    return admitTo(member, seat, personOf(member, this.sealing, this.clock.today()), actor, now);
  }

  /** The number sealed and indexed, or the Refusal that its row is answered with. */
  private identityOf({ identityNumber }: TeachingGroupRow): Identity | Refusal {
    try {
      const { number } = readIdentity(identityNumber, this.clock.today());
      return { sealed: this.sealing.seal(number), index: this.sealing.blindIndex(number) };
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}
