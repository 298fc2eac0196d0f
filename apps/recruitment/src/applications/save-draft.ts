import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ApplicationView, SaveDraftRequest } from '@xibu/domain/recruitment/api';
import { Clock, Database, requireOpen, rewrite, Sealing } from '@xibu/platform';
import { university } from '@xibu/reference';
import { saveDraft } from './application.rules.js';
import { ApplicationTable } from './application.table.js';
import { viewOf } from './application-view.js';
import { lockOwn, refuseStale } from './find-application.js';
import { readIdentity } from './read-identity.js';

/** Keeps what has been filled in so far. Two windows of the same person do not overwrite each other. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(id: string, request: SaveDraftRequest, version: number, actor: Actor): Promise<ApplicationView> {
    const now = this.clock.now();
    const given = request.identityNumber ? readIdentity(request.identityNumber, this.clock.today()).number : null;
    const identity = given ? { sealed: this.sealing.seal(given), index: this.sealing.blindIndex(given) } : null;
    return this.database.transaction(async (tx) => {
      const draft = await lockOwn(tx, id, actor);
      refuseStale(draft, version);
      await requireOpen(tx, draft.season, 'registration', now);
      const saved = saveDraft(draft, { ...request, ...schoolOf(request) }, identity, now);
      await rewrite(tx, ApplicationTable, saved);
      const identityNumber = saved.identitySealed ? this.sealing.open(saved.identitySealed) : null;
      return viewOf(saved, { own: true, identityNumber });
    });
  }
}

/** A school may be named by its five digits; its offices see an application by the one code that is its own. */
function schoolOf({ university: code }: SaveDraftRequest): Pick<SaveDraftRequest, 'university'> {
  return code ? { university: university(code)?.id ?? code } : {};
}
