import type { ExceptionCode } from '@xibu/domain/finance/api';
import { countyOf, type Owner, regionOver } from '../offices/owner.js';

/** Rates and funding layers are mostly the region's; everything else is settled in the county. */
export function ownerOf(code: ExceptionCode, division: number): Owner {
  return code === 'no-rate' || code === 'no-funding' ? regionOver(division) : countyOf(division);
}
