import { Injectable } from '@nestjs/common';
import { type Actor, orRefusal, Refusal } from '@xibu/domain';
import type { ImportOutcome, ImportTeachingGroupRequest, TeachingGroupRow } from '@xibu/domain/recruitment/api';
import { Clock, Database, newId, requireOpen, Sealing, seasonOf } from '@xibu/platform';
import { university } from '@xibu/reference';
import { admitTo } from '../admissions/admission.rules.js';
import { personOf } from '../admissions/person-of.js';
import { storeAdmissions } from '../admissions/store-admissions.js';
import type { Application } from '../applications/application.js';
import type { Identity } from '../applications/application.rules.js';
import { claimNumbers } from '../applications/application-number.js';
import { isInScope } from '../applications/office-scope.js';
import { readIdentity } from '../applications/read-identity.js';
import { decideEach, outcomeOf, readImport, refuseSecond } from '../spreadsheets/import-rows.js';
import { enrol, type GroupList } from './teaching-group.rules.js';
import { memberColumns, memberRowOf } from './teaching-group-sheet.js';
import { insertMembers, type KnownOfList, knownOf, type PostOfList } from './teaching-group-tables.js';

interface Enrolled {
  readonly member: Application;
  readonly post: PostOfList | null;
}

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
      const lines = imported.rows.map(({ line, row }) => ({ line, row: { row, identity: this.identityOf(row) } }));
      const known = await knownOf(tx, season, lines);
      const seen = new Set<string>();
      const decided = decideEach(lines, ({ row, identity }): Enrolled => {
        if (identity instanceof Refusal) throw identity;
        refuseSecond(seen, identity.index);
        refuseSecond(seen, row.accountId);
        return this.enrol(row, identity, known, { season, listNumber, region }, now);
      });
      const indexes = decided.results.map(({ member }) => member.identityIndex ?? '');
      const numbers = await claimNumbers(tx, { season, division: region }, indexes, this.sealing);
      const members = decided.results.map(({ member, post }) => ({
        member: { ...member, number: numbers.get(member.identityIndex ?? '') ?? null },
        seat: post && { postId: post.id, postTitle: post.title, county: post.county },
      }));
      await insertMembers(
        tx,
        members.map(({ member }) => member),
      );
      const today = this.clock.today();
      const admitted = members.map(({ member, seat }) =>
        admitTo(member, seat, personOf(member, this.sealing, today), actor, now),
      );
      await storeAdmissions(tx, admitted, now);
      return outcomeOf({ ...imported, rows: lines }, decided);
    });
  }

  private enrol(row: TeachingGroupRow, identity: Identity, known: KnownOfList, list: GroupList, now: Date): Enrolled {
    const post = known.posts.get(row.postId) ?? null;
    const universityListed = university(row.university) !== undefined;
    const accountTaken = known.accounts.has(row.accountId);
    const identityTaken = known.identities.has(identity.index);
    const about = { id: newId(now), identity, universityListed, accountTaken, identityTaken, post };
    return { member: enrol(row, about, list, now), post };
  }

  /** The number sealed and indexed, or the Refusal that its row is answered with. */
  private identityOf({ identityNumber }: TeachingGroupRow): Identity | Refusal {
    return orRefusal(() => {
      const { number } = readIdentity(identityNumber, this.clock.today());
      return { sealed: this.sealing.seal(number), index: this.sealing.blindIndex(number) };
    });
  }
}
