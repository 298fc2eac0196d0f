import { type Fact, Refusal, type Role } from '@xibu/domain';
import type { FoundingPost } from '@xibu/domain/programme/api';
import type { Office } from '../offices/office.js';
import { type KnownPlace, open, opened } from '../offices/office.rules.js';

/** Who there is when nobody is there yet, in which office and with which duty. */
export const foundingDuties: Readonly<
  Record<FoundingPost, { readonly office: 'national' | 'region'; readonly role: Role }>
> = {
  nationalOfficer: { office: 'national', role: 'national.officer' },
  nationalApprover: { office: 'national', role: 'national.approver' },
  regionOfficer: { office: 'region', role: 'region.officer' },
  regionApprover: { office: 'region', role: 'region.approver' },
  operator: { office: 'national', role: 'operator' },
  auditor: { office: 'national', role: 'auditor' },
};

/** 全国项目办, and the region that begins. Once, on an empty system. */
export function found(
  region: number,
  known: KnownPlace,
  officesBefore: number,
  making: { readonly nationalId: string; readonly regionId: string; readonly now: Date },
): { readonly national: Office; readonly region: Office; readonly facts: readonly Fact[] } {
  if (officesBefore > 0) throw new Refusal('foundation.done');
  const national: Office = {
    ...{ id: making.nationalId, tier: 'national', name: '全国大学生志愿服务西部计划项目管理办公室', parentId: null },
    ...{ division: 0, university: null, faculty: null, unit: null, scopeDivision: 0, dutyPhone: null },
    ...{ status: 'open', closedReason: null, openedAt: making.now, version: 1 },
  };
  const register = new Map([['national:0', national]]);
  const ofRegion = { id: making.regionId, now: making.now };
  const [office, fact] = open({ tier: 'region', division: region }, known, national, register, ofRegion);
  return { national, region: office, facts: [opened(national), fact] };
}
