import { describe, expect, test } from '@jest/globals';
import { type OfficeTier, officeTiers } from '@xibu/domain';
import type { OpenOfficeRequest } from '@xibu/domain/programme/api';
import { OfficeClosed, OfficeOpened, OfficeRenamed } from '@xibu/domain/programme/events';
import { refusalOf } from '@xibu/platform/testing-refusals';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { knownPlaceOf } from './known-places.js';
import { isBelow, type Office } from './office.js';
import { close, keyOf, open, rename, reopen, setContact } from './office.rules.js';

const now = new Date('2023-04-01T09:00:00+08:00');

function office(tier: OfficeTier, place: Partial<Office> = {}): Office {
  return {
    ...{ id: `id-${tier}`, tier, name: tier, parentId: 'above', division: null, university: null, faculty: null },
    ...{ unit: null, scopeDivision: place.division ?? 150000, dutyPhone: null, status: 'open', closedReason: null },
    ...{ openedAt: now, version: 1, ...place },
  };
}

const national = office('national', { division: 0, scopeDivision: 0, parentId: null });
const region = office('region', { division: 150000 });
const leagueCity = office('league-city', { division: 152200 });
const county = office('county', { division: 152202 });
const unit = office('unit', { division: 152202, unit: '152202-001' });
const university = office('university', { university: '4115010126' });
const faculty = office('faculty', { university: '4115010126', faculty: '蒙古学学院' });
const tree = [national, region, leagueCity, county, unit, university, faculty];
const register = new Map(tree.map((each) => [keyOf(each), each]));

const opening = (request: OpenOfficeRequest, by: Office, known = register) =>
  open(request, knownPlaceOf(request), by, known, { id: 'new', now });

/** Whom each tier stands above, in its own branch. */
const below: Record<OfficeTier, readonly OfficeTier[]> = {
  national: ['region', 'league-city', 'county', 'unit', 'university', 'faculty'],
  region: ['league-city', 'county', 'unit', 'university', 'faculty'],
  'league-city': ['county', 'unit'],
  county: ['unit'],
  unit: [],
  university: ['faculty'],
  faculty: [],
};

describe.each(tree.map((above) => [above.tier, above] as const))('%s', (tier, above) => {
  test.each(officeTiers.map((other) => [below[tier].includes(other) ? 'above' : 'not above', other] as const))(
    'stands %s %s',
    (word, other) => {
      const lower = tree.find((each) => each.tier === other) ?? national;
      expect(isBelow(lower, above)).toBe(word === 'above');
    },
  );
});

test.each([
  ['a county of another league-city', office('county', { division: 150102 }), leagueCity],
  ['a unit of another county', office('unit', { division: 150102, unit: '150102-001' }), county],
  ['a county of another region', office('county', { division: 650102 }), region],
  ['a university of another region', office('university', { university: 'x', scopeDivision: 650000 }), region],
  ['a faculty of another university', office('faculty', { university: 'x', faculty: 'f' }), university],
])('%s is not below', (_, lower, above) => {
  expect(isBelow(lower, above)).toBe(false);
});

test('an office is opened with the parent that follows from its codes, and named from the tables', () => {
  const free = new Map([...register].filter(([key]) => key !== keyOf(county)));
  const [opened, fact] = opening({ tier: 'county', division: 152202 }, region, free);
  expect(opened).toMatchObject({ name: '阿尔山市西部计划项目办', parentId: leagueCity.id, scopeDivision: 152202 });
  expectShape(sampleOf(OfficeOpened), fact.data);
});

test('a university answers to the office that takes it in, and its faculties to it', () => {
  const school = { tier: 'university', university: '10135' } as const;
  expect(opening(school, region)[0]).toMatchObject({
    ...{ university: '4115010135', parentId: region.id, scopeDivision: 150000, division: null },
    name: '内蒙古师范大学西部计划项目办',
  });
  expect(opening(school, national)[0]).toMatchObject({ parentId: national.id, scopeDivision: 0 });
  const [below] = opening({ tier: 'faculty', university: '10126', faculty: '文学院' }, university);
  expect(below).toMatchObject({ parentId: university.id, faculty: '文学院', name: '内蒙古大学文学院团委' });
});

test('units get rising codes of their county, or the code that is given', () => {
  const [second] = opening({ tier: 'unit', division: 152202, name: '伊尔施小学' }, county);
  expect(second).toMatchObject({ unit: '152202-002', parentId: county.id, division: 152202 });
  const [named] = opening({ tier: 'unit', division: 152202, name: '卫生院', unit: 'ARS-07' }, county);
  expect(named.unit).toBe('ARS-07');
});

test.each<[string, OpenOfficeRequest, Office, string]>([
  ['what there is already', { tier: 'county', division: 152202 }, region, 'office.exists'],
  ['a second nation', { tier: 'national' }, national, 'office.not-above'],
  ['its own tier', { tier: 'league-city', division: 150100 }, leagueCity, 'office.not-above'],
  ['a county elsewhere', { tier: 'county', division: 150102 }, leagueCity, 'office.parent-missing'],
  ['a county without its league-city', { tier: 'county', division: 150102 }, region, 'office.parent-missing'],
  ['a university from a county', { tier: 'university', university: '10135' }, county, 'office.not-above'],
  ['a faculty of another', { tier: 'faculty', university: '10135', faculty: 'f' }, university, 'office.parent-missing'],
  ['no division', { tier: 'county' }, region, 'office.incomplete'],
  ['no university', { tier: 'university' }, region, 'office.incomplete'],
  ['no faculty', { tier: 'faculty', university: '10126', faculty: ' ' }, university, 'office.incomplete'],
  ['a unit without a name', { tier: 'unit', division: 152202 }, county, 'office.incomplete'],
  ['a code of another tier', { tier: 'county', division: 152200 }, region, 'office.division-unknown'],
  ['a code of nowhere', { tier: 'county', division: 159999 }, region, 'office.division-unknown'],
  ['a school of nowhere', { tier: 'university', university: '99999' }, region, 'office.university-unknown'],
])('opening %s is refused', (_, request, by, code) => {
  expect(refusalOf(() => opening(request, by))).toBe(code);
});

test('a closed parent opens nothing below it', () => {
  const closed = new Map([...register, [keyOf(county), { ...county, status: 'closed' as const }]]);
  const request = { tier: 'unit', division: 152202, name: '小学' } as const;
  expect(refusalOf(() => opening(request, region, closed))).toBe('office.parent-missing');
});

test('closing takes a reason and tells it; reopening tells the office anew (notice 2.1.2)', () => {
  const [closed, fact] = close(county, ' 绩效考核不合格 ', region, 0);
  expect(closed).toMatchObject({ status: 'closed', closedReason: '绩效考核不合格', version: 2 });
  expectShape(sampleOf(OfficeClosed), fact.data);
  const [again, told] = reopen(closed, region, leagueCity);
  expect(again).toMatchObject({ status: 'open', closedReason: null, version: 3 });
  expect(told.type).toBe('programme.office.opened.v1');
});

test('a new name is told', () => {
  const [renamed, fact] = rename(county, ' 阿尔山项目办 ', leagueCity);
  expect(renamed.name).toBe('阿尔山项目办');
  expectShape(sampleOf(OfficeRenamed), fact.data);
});

const closedCounty = office('county', { division: 152202, status: 'closed', closedReason: 'x' });
test.each<[string, () => unknown, string]>([
  ['closing from the side', () => close(county, 'x', university, 0), 'office.not-above'],
  ['closing oneself', () => close(county, 'x', county, 0), 'office.not-above'],
  ['closing twice', () => close(closedCounty, 'x', region, 0), 'office.closed'],
  ['closing without a reason', () => close(county, '  ', region, 0), 'reason.missing'],
  ['closing above open offices', () => close(county, 'x', region, 2), 'office.has-offices-below'],
  ['closing the nation', () => close(national, 'x', national, 0), 'office.not-above'],
  ['reopening what is open', () => reopen(county, region, leagueCity), 'office.open'],
  ['reopening oneself', () => reopen(closedCounty, county, leagueCity), 'office.not-above'],
  [
    'reopening under a closed office',
    () => reopen(closedCounty, region, { ...leagueCity, status: 'closed' }),
    'office.parent-missing',
  ],
  ['renaming oneself', () => rename(county, 'x', county), 'office.not-above'],
  ['renaming what is closed', () => rename(closedCounty, 'x', region), 'office.closed'],
  ['a telephone from below', () => setContact(leagueCity, '0482', county), 'office.not-above'],
  ['a telephone of a closed office', () => setContact(closedCounty, '0482', region), 'office.closed'],
])('%s is refused', (_, work, code) => {
  expect(refusalOf(work)).toBe(code);
});

test('an office sets its own telephone, and so does one above', () => {
  expect(setContact(county, ' 0482-7120000 ', county).dutyPhone).toBe('0482-7120000');
  expect(setContact(county, '0482-7120001', leagueCity).version).toBe(2);
});
