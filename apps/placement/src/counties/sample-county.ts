import type { ServiceCounty } from './county.js';

/** A made-up entry of the register: 科尔沁右翼前旗 in service since before this system. */
export function sampleCounty(changes: Partial<ServiceCounty> = {}): ServiceCounty {
  return {
    ...{ code: 152221, name: '科尔沁右翼前旗', status: 'active', basis: 'continuing', firstSeason: '2023-2024' },
    ...{ season: '2023-2024', newIn: null, disqualifiedFrom: null, foundingDocument: '科右前团发〔2020〕3号' },
    ...{ namedOfficer: '乌兰', governmentApproval: null, filingNumber: '全备2023-17', rectification: null },
    ...{ decision: null, preparedBy: 'officer', updatedAt: new Date('2023-03-01T00:00:00Z'), version: 4, ...changes },
  };
}
