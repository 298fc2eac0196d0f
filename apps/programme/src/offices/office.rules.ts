import { type Fact, type OfficeTier, Refusal } from '@xibu/domain';
import type { OpenOfficeRequest } from '@xibu/domain/programme/api';
import { OfficeClosed, OfficeOpened, OfficeRenamed } from '@xibu/domain/programme/events';
import { isBelow, type Office } from './office.js';

/** What the tables of divisions and universities say about the codes of a request. */
export interface KnownPlace {
  /** Undefined for a code that the table does not have. */
  readonly divisionLevel?: 'province' | 'prefecture' | 'county';
  readonly divisionName?: string;
  /** The division directly above. */
  readonly parentDivision?: number;
  readonly universityId?: string;
  readonly universityName?: string;
}

/** The offices that there are, by {@link keyOf}; the bulk opening adds its own as it goes. */
export type Register = ReadonlyMap<string, Office>;

const levels = { region: 'province', 'league-city': 'prefecture', county: 'county' } as const;

/** What makes an office unique: its tier and the codes of its place. */
export function keyOf(place: {
  readonly tier: OfficeTier;
  readonly division?: number | null;
  readonly university?: string | null;
  readonly faculty?: string | null;
  readonly unit?: string | null;
}): string {
  const { tier, division, university, faculty, unit } = place;
  if (tier === 'unit') return `unit:${unit}`;
  return university ? `${tier}:${university}:${faculty ?? ''}` : `${tier}:${division}`;
}

/** An office above opens one below it (notice 2.1.2: 项目办的审定); its parent follows from its codes. */
export function open(
  request: OpenOfficeRequest,
  known: KnownPlace,
  by: Office,
  register: Register,
  making: { readonly id: string; readonly now: Date },
): [Office, Fact] {
  const place = placeOf(request, known);
  const parent = parentOf(place, known, by, register);
  const name = nameOf(request, known);
  const scopeDivision = place.division ?? parent.scopeDivision;
  const unit = place.tier === 'unit' ? (request.unit ?? nextUnitCode(scopeDivision, register)) : null;
  const office: Office = {
    ...{ ...place, unit, id: making.id, name, parentId: parent.id, scopeDivision },
    ...{ dutyPhone: request.dutyPhone ?? null, status: 'open', closedReason: null, openedAt: making.now, version: 1 },
  };
  if (!isBelow(office, by)) throw new Refusal('office.not-above');
  if (register.has(keyOf(office))) throw new Refusal('office.exists', { name });
  return [office, opened(office)];
}

/** Closing waits for the offices below; a county whose office failed loses it for a year (notice 2.1.2). */
export function close(office: Office, reason: string, by: Office, openBelow: number): [Office, Fact] {
  if (!isBelow(office, by)) throw new Refusal('office.not-above');
  if (office.status === 'closed') throw new Refusal('office.closed');
  if (openBelow > 0) throw new Refusal('office.has-offices-below', { count: openBelow });
  const closed = { ...next(office), status: 'closed', closedReason: requireReason(reason) } as const;
  return [closed, OfficeClosed(office.id, { officeId: office.id, reason: closed.closedReason })];
}

/** 整改到位后再重新申请确定 (notice 2.1.2). */
export function reopen(office: Office, by: Office, parent: Office | null): [Office, Fact] {
  if (!isBelow(office, by)) throw new Refusal('office.not-above');
  if (office.status === 'open') throw new Refusal('office.open');
  if (parent?.status !== 'open') throw new Refusal('office.parent-missing', { parent: parent?.name ?? '' });
  const again = { ...next(office), status: 'open', closedReason: null } as const;
  return [again, opened(again)];
}

export function rename(office: Office, name: string, by: Office): [Office, Fact] {
  if (!isBelow(office, by)) throw new Refusal('office.not-above');
  if (office.status === 'closed') throw new Refusal('office.closed');
  const renamed = { ...next(office), name: name.trim() };
  return [renamed, OfficeRenamed(office.id, { officeId: office.id, name: renamed.name })];
}

/** The telephone of the directory: set by the office itself or by one above. */
export function setContact(office: Office, dutyPhone: string, by: Office): Office {
  if (office.id !== by.id && !isBelow(office, by)) throw new Refusal('office.not-above');
  if (office.status === 'closed') throw new Refusal('office.closed');
  return { ...next(office), dutyPhone: dutyPhone.trim() };
}

export function requireReason(reason: string): string {
  if (reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  return reason.trim();
}

export function opened(office: Office): Fact {
  const { id: officeId, tier, name, parentId, division, university, faculty, unit } = office;
  return OfficeOpened(officeId, { officeId, tier, name, parentId, division, university, faculty, unit });
}

function next(office: Office): Office {
  return { ...office, version: office.version + 1 };
}

type Codes = Pick<Office, 'tier' | 'division' | 'university' | 'faculty' | 'unit'>;

function placeOf(request: OpenOfficeRequest, known: KnownPlace): Codes {
  const { tier } = request;
  const nowhere = { tier, division: null, university: null, faculty: null, unit: null };
  if (tier === 'national') throw new Refusal('office.not-above');
  if (tier === 'university' || tier === 'faculty') {
    if (!request.university) throw incomplete('university');
    const university = known.universityId;
    if (!university) throw new Refusal('office.university-unknown', { university: request.university });
    if (tier === 'university') return { ...nowhere, university };
    if (!request.faculty?.trim()) throw incomplete('faculty');
    return { ...nowhere, university, faculty: request.faculty.trim() };
  }
  const { division } = request;
  if (division === undefined) throw incomplete('division');
  const level = tier === 'unit' ? 'county' : levels[tier];
  if (known.divisionLevel !== level) throw new Refusal('office.division-unknown', { pointer: '/division', division });
  return { ...nowhere, division, unit: request.unit ?? null };
}

/** The office of the division, or the school, directly above; it must be open. */
function parentOf(place: Codes, known: KnownPlace, by: Office, register: Register): Office {
  // A university answers to the office that takes it in: its region, or the nation where the region has no office.
  if (place.tier === 'university') return by;
  const wanted = parentKey(place, known);
  const parent = register.get(wanted);
  if (parent?.status !== 'open') throw new Refusal('office.parent-missing', { parent: parent?.name ?? wanted });
  return parent;
}

function parentKey({ tier, division, university }: Codes, { parentDivision = 0 }: KnownPlace): string {
  if (tier === 'faculty') return keyOf({ tier: 'university', university });
  if (tier === 'unit') return keyOf({ tier: 'county', division });
  if (tier === 'region') return keyOf({ tier: 'national', division: 0 });
  // Some counties have no prefecture between them and their region.
  return keyOf({ tier: parentDivision % 10000 === 0 ? 'region' : 'league-city', division: parentDivision });
}

function nameOf(request: OpenOfficeRequest, { divisionName, universityName }: KnownPlace): string {
  if (request.name?.trim()) return request.name.trim();
  if (request.tier === 'unit') throw incomplete('name');
  if (request.tier === 'faculty') return `${universityName}${request.faculty?.trim()}团委`;
  return `${universityName ?? divisionName}西部计划项目办`;
}

/** `152201-001`: the county and a number of its own, so that lists sort the same everywhere. */
function nextUnitCode(county: number, register: Register): string {
  const prefix = `unit:${county}-`;
  const taken = [...register.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => Number(key.slice(prefix.length)));
  return `${county}-${String(Math.max(0, ...taken.filter(Number.isFinite)) + 1).padStart(3, '0')}`;
}

function incomplete(field: string): Refusal {
  return new Refusal('office.incomplete', { pointer: `/${field}`, field });
}
