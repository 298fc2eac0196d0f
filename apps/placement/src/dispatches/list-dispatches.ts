import { Injectable } from '@nestjs/common';
import { renderDispatchList } from '@xibu/documents';
import { type Actor, specialNames } from '@xibu/domain';
import type { DispatchView } from '@xibu/domain/placement/api';
import { Between, Clock, Database } from '@xibu/platform';
import { divisionName, universityName } from '@xibu/reference';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { DispatchTable } from './dispatch.table.js';
import { viewOfDispatch } from './dispatch-view.js';
import { findDispatch } from './find-dispatch.js';

/** The hand-over lists of a season, and one of them on paper. */
@Injectable()
export class ListDispatches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(season: string, { divisions }: Actor): Promise<DispatchView[]> {
    const { from, to } = divisions ?? { from: -1, to: -1 };
    const rows = await this.database.transaction((tx) =>
      tx.find(DispatchTable, { where: { season, county: Between(from, to) }, order: { number: 'ASC' } }),
    );
    return rows.map(viewOfDispatch);
  }

  async print(id: string, actor: Actor): Promise<{ number: string; bytes: Buffer }> {
    const [dispatch, people] = await this.database.transaction(async (tx) => {
      const found = await findDispatch(tx, id, actor, { lock: false });
      return [found, await tx.find(VolunteerTable, { where: { dispatchId: id }, order: { number: 'ASC' } })] as const;
    });
    const county = divisionName(String(dispatch.county)) ?? String(dispatch.county);
    const list = {
      ...{ number: dispatch.number, createdAt: this.clock.now(), programmeYear: dispatch.season, county },
      ...{ handedOverOn: dispatch.handOverOn, place: dispatch.place },
      handedOverBy: '自治区项目办',
      takenOverBy: `${county}项目办`,
      rows: people.map(({ name, sex, identityMasked, registration, university, post }) => ({
        ...{ name, sex, identityNumber: identityMasked, mobilePhone: registration?.mobile ?? '' },
        ...{ university: universityName(university), special: specialNames[post.special].zh },
        ...{ unit: post.unitName, post: post.title },
      })),
    };
    return { number: dispatch.number, bytes: await renderDispatchList(list) };
  }
}
