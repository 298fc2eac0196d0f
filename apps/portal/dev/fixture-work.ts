import { countyAnswers } from './fixtures/county.js';
import { publicAnswers } from './fixtures/everybody.js';
import { type Answers, type FixtureAnswer, type FixtureRequest, page } from './fixtures/exchange.js';
import { financeAnswers } from './fixtures/finance.js';
import { headOfficeAnswers } from './fixtures/head-office.js';
import { operationsAnswers } from './fixtures/operations.js';
import { ownPeopleAnswers } from './fixtures/own-people.js';
import { regionAnswers } from './fixtures/region.js';
import { universityAnswers } from './fixtures/university.js';
import { volunteerAnswers } from './fixtures/volunteer.js';

/** Lists and records by address; what is not here is an empty list. */
const answers: Answers = [
  ...ownPeopleAnswers,
  ...volunteerAnswers,
  ...publicAnswers,
  ...universityAnswers,
  ...countyAnswers,
  ...regionAnswers,
  ...financeAnswers,
  ...headOfficeAnswers,
  ...operationsAnswers,
];

/** The later steps of the year as far as pages show them; null where nothing is known of an address. */
export function workAnswer({ method, path }: FixtureRequest): FixtureAnswer | null {
  if (method !== 'GET') return { status: 200, body: {} };
  const found = answers.find(([address]) => address.test(path));
  if (found) return { status: 200, body: found[1] };
  const isRecord = /(unknown|\/[a-z]+-\d+)$/.test(path) || !/^\/api\/(\w+)\/[\w/-]+$/.test(path);
  return isRecord ? null : { status: 200, body: page([]) };
}
