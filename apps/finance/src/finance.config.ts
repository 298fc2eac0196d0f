import { ServiceConfig, Whole } from '@xibu/platform';
import { chunkOfPeople } from './subsidy-runs/calculate-subsidy-run.js';

/** What this service is told besides what every service is. */
export class FinanceConfig extends ServiceConfig {
  /** People of a subsidy run that are computed in one transaction: as much as is done again after a crash. */
  @Whole(1, 100_000)
  readonly subsidyChunk: number = chunkOfPeople;
}
