import { Injectable } from '@nestjs/common';
import { type LegalDate, Refusal } from '@xibu/domain';
import type { PlanTrainingRequest, TrainingView } from '@xibu/domain/placement/api';
import { Clock, Database, newId, seasonOf, type Tx } from '@xibu/platform';
import { storeAll } from '../volunteers/store-all.js';
import type { Training } from './training.js';
import { cancel } from './training.rules.js';
import { TrainingTable } from './training.table.js';

/** Sessions of a season: planned, called off, listed with how many came. */
@Injectable()
export class PlanTraining {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(request: PlanTrainingRequest): Promise<TrainingView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { season, title, heldOn, place, hours, topics, isRequired } = request;
      await seasonOf(tx, season);
      const training: Training = {
        ...{ id: newId(now), season, title, heldOn: heldOn as LegalDate, place, hours, topics, isRequired },
        ...{ status: 'planned', updatedAt: now, version: 1 },
      };
      await storeAll(tx, TrainingTable, [training]);
      return this.viewOf(tx, training);
    });
  }

  async cancel(id: string): Promise<TrainingView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const training = await tx.findOne(TrainingTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!training) throw new Refusal('record.unknown');
      const cancelled = cancel(training, now);
      await storeAll(tx, TrainingTable, [cancelled]);
      return this.viewOf(tx, cancelled);
    });
  }

  async list(season: string): Promise<TrainingView[]> {
    return this.database.transaction(async (tx) => {
      const trainings = await tx.find(TrainingTable, { where: { season }, order: { heldOn: 'ASC', title: 'ASC' } });
      return Promise.all(trainings.map((training) => this.viewOf(tx, training)));
    });
  }

  /** The figures are those of the reader's own scope. */
  private async viewOf(tx: Tx, training: Training): Promise<TrainingView> {
    const { id, season, title, heldOn, place, hours, topics, isRequired, status } = training;
    const [row]: { attended: number; absent: number }[] = await tx.query(
      `select count(*) filter (where attended)::int attended, count(*) filter (where not attended)::int absent
         from attendance where training_id = $1`,
      [id],
    );
    const { attended, absent } = row ?? { attended: 0, absent: 0 };
    return { id, season, title, heldOn, place, hours, topics, isRequired, status, attended, absent };
  }
}
