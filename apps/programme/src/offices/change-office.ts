import { Injectable } from '@nestjs/common';
import { type Actor, type Fact, Refusal } from '@xibu/domain';
import type { OfficeView } from '@xibu/domain/programme/api';
import { Clock, Database, record, rewrite, type Tx } from '@xibu/platform';
import { closeAccountsOf } from '../accounts/close-accounts-of-office.js';
import { lockOffice, officeOf } from './find-office.js';
import { type Office, viewOf } from './office.js';
import { close, rename, reopen, setContact } from './office.rules.js';
import { OfficeTable } from './office.table.js';

/** The steps of an office’s life after it was opened. */
@Injectable()
export class ChangeOffice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** With the office its accounts end: nobody acts for an office that is no more. */
  close(id: string, reason: string, actor: Actor): Promise<OfficeView> {
    return this.change(id, actor, async (tx, office, by) => {
      const openBelow = await tx.count(OfficeTable, { where: { parentId: id, status: 'open' } });
      const [closed, fact] = close(office, reason, by, openBelow);
      return [closed, fact, ...(await closeAccountsOf(tx, id, closed.closedReason ?? ''))];
    });
  }

  reopen(id: string, actor: Actor): Promise<OfficeView> {
    return this.change(id, actor, async (tx, office, by) => {
      const parent = office.parentId ? await tx.findOne(OfficeTable, { where: { id: office.parentId } }) : null;
      return reopen(office, by, parent);
    });
  }

  rename(id: string, name: string, version: number, actor: Actor): Promise<OfficeView> {
    return this.change(id, actor, async (_tx, office, by) => {
      refuseStale(office, version);
      return rename(office, name, by);
    });
  }

  setContact(id: string, dutyPhone: string, version: number, actor: Actor): Promise<OfficeView> {
    return this.change(id, actor, async (_tx, office, by) => {
      refuseStale(office, version);
      return [setContact(office, dutyPhone, by)];
    });
  }

  private change(
    id: string,
    actor: Actor,
    decide: (tx: Tx, office: Office, by: Office) => Promise<readonly [Office, ...Fact[]]>,
  ): Promise<OfficeView> {
    return this.database.transaction(async (tx) => {
      const [changed, ...facts] = await decide(tx, await lockOffice(tx, id), await officeOf(tx, actor));
      await rewrite(tx, OfficeTable, changed);
      await record(tx, this.clock.now(), ...facts);
      return viewOf(changed);
    });
  }
}

function refuseStale(office: Office, version: number): void {
  if (office.version !== version) throw new Refusal('version.stale');
}
