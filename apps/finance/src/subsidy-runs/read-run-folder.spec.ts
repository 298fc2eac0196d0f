import { expect, test } from '@jest/globals';
import { digestOfFiles, TableFault } from '@xibu/documents';
import { readRun } from './read-run-folder.js';
import { type FileBytes, type InputFile, inputFiles } from './run-folder.js';

const sound: Record<InputFile, string> = {
  'people.csv': 'person,card,hold\na,1,0\nb,0,1\n',
  'service.csv':
    'person,from,to,county,project,paid\na,2023-09-01,2023-10-01,152201,national,1\na,2023-10-01,,152221,national,0\n',
  'rates.csv':
    'component,project,place,from,to,fen,proration\nliving,*,150000,2023-01-01,2023-09-01,200000,half\nliving,*,150000,2023-09-01,,210000,half\n',
  'funding.csv':
    'project,place,from,to,ord,source,fen\n*,150000,2023-01-01,,1,central,100000\n*,150000,2023-01-01,,2,province,5000\n*,150000,2023-01-01,,10,county,\n',
  'insurance.csv':
    'scheme,place,from,to,personal_ppm,employer_ppm,floor,ceiling,unit,mode\npension,150000,2023-01-01,,80000,160000,401300,2006700,10,half-up\n',
  'bases.csv': 'person,from,to,fen\na,2023-09-01,2024-01-01,433333\na,2024-01-01,,450000\n',
  'posted.csv':
    'person,month,component,county,project,source,fen\na,2023-09,living,152201,national,central,100\na,2023-09,si-personal:pension,152201,national,person,-7\n',
  'carry.csv': 'person,fen\nb,55555\n',
};

const soundManifest = {
  format: 'xibu-pay/1',
  month: '2023-10',
  since: '2023-09',
  required: ['living'] as unknown,
  insuranceDay: 15 as unknown,
  employerSource: 'county',
  inputDigest: '',
  resultDigest: '',
};

function read(change: Partial<Record<InputFile, string>> = {}, manifest: object = {}) {
  const files = inputFiles.map((name): FileBytes => [name, Buffer.from({ ...sound, ...change }[name])]);
  const text = JSON.stringify({ ...soundManifest, inputDigest: digestOfFiles(files), ...manifest }, null, 2);
  return readRun(Buffer.from(`${text}\n`), files);
}

function faultOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof TableFault) return [error.file, error.line, error.column, error.reason];
    throw error;
  }
  return 'no fault';
}

test('a sound folder is read into people with what is theirs', () => {
  const { inputs } = read();
  expect(inputs.people.map(({ person, card, hold, carryFen }) => [person, card, hold, carryFen])).toEqual([
    ['a', true, false, 0],
    ['b', false, true, 55555],
  ]);
  expect(inputs.people[0]?.service).toHaveLength(2);
  expect(inputs.people[0]?.bases[1]).toEqual({ from: '2024-01-01', to: null, fen: 450000 });
  expect(inputs.people[0]?.posted.map(({ fen }) => fen)).toEqual([100, -7]);
  expect(inputs.tables.funding.map(({ ord, fen }) => [ord, fen])).toEqual([
    [1, 100000],
    [2, 5000],
    [10, null],
  ]);
});

const [people, service, rates, funding, insurance, bases, posted, carry] = inputFiles.map(
  (name) => `${sound[name].split('\n')[0]}\n`,
) as [string, string, string, string, string, string, string, string];

test.each<[string, InputFile, string, number, string]>([
  ['a person twice', 'people.csv', `${people}a,1,0\na,1,0\n`, 3, 'person'],
  ['people out of order', 'people.csv', `${people}b,1,0\na,1,0\n`, 3, 'person'],
  ['a card that is neither 0 nor 1', 'people.csv', `${people}a,2,0\nb,0,1\n`, 2, 'card'],
  ['a hold that is neither 0 nor 1', 'people.csv', `${people}a,1,\nb,0,1\n`, 2, 'hold'],
  ['an id with another character', 'people.csv', `${people}a,1,0\nb;c,1,0\n`, 3, 'person'],
  ['an id that is too long', 'people.csv', `${people}${'a'.repeat(41)},1,0\n`, 2, 'person'],
  ['an empty id', 'people.csv', `${people},1,0\n`, 2, 'person'],
  ['service of somebody unknown', 'service.csv', `${service}c,2023-09-01,,152201,national,1\n`, 2, 'person'],
  [
    'service that overlaps',
    'service.csv',
    `${service}a,2023-09-01,2023-09-03,152201,national,1\na,2023-09-02,,152201,national,1\n`,
    3,
    'from',
  ],
  [
    'service after an open one',
    'service.csv',
    `${service}a,2023-09-01,,152201,national,1\na,2023-09-02,,152201,national,1\n`,
    3,
    'from',
  ],
  [
    'service out of order',
    'service.csv',
    `${service}a,2023-09-05,,152201,national,1\na,2023-09-01,2023-09-02,152201,national,1\n`,
    3,
    'from',
  ],
  [
    'service twice',
    'service.csv',
    `${service}a,2023-09-05,,152201,national,1\na,2023-09-05,,152201,national,1\n`,
    3,
    'from',
  ],
  ['a day that does not exist', 'service.csv', `${service}a,2023-02-29,,152201,national,1\n`, 2, 'from'],
  ['a last day that does not exist', 'service.csv', `${service}a,2023-09-01,2023-9-2,152201,national,1\n`, 2, 'to'],
  ['an empty span', 'service.csv', `${service}a,2023-09-01,2023-09-01,152201,national,1\n`, 2, 'to'],
  ['a county that is not a division', 'service.csv', `${service}a,2023-09-01,,15220,national,1\n`, 2, 'county'],
  ['service in every project', 'service.csv', `${service}a,2023-09-01,,152201,*,1\n`, 2, 'project'],
  ['a paid that is neither 0 nor 1', 'service.csv', `${service}a,2023-09-01,,152201,national,y\n`, 2, 'paid'],
  [
    'rates of one rank that overlap',
    'rates.csv',
    `${rates}x,*,150000,2023-01-01,2023-09-02,1,half\nx,*,150000,2023-09-01,,1,half\n`,
    3,
    'from',
  ],
  [
    'rates out of order',
    'rates.csv',
    `${rates}x,national,150000,2023-01-01,,1,half\nx,*,150000,2023-01-01,,1,half\n`,
    3,
    'project',
  ],
  [
    'a rate twice',
    'rates.csv',
    `${rates}x,*,150000,2023-01-01,,1,half\nx,*,150000,2023-01-01,,1,half\n`,
    3,
    'proration',
  ],
  ['a rate that is no number', 'rates.csv', `${rates}x,*,150000,2023-01-01,,1.5,half\n`, 2, 'fen'],
  ['a rate with a leading zero', 'rates.csv', `${rates}x,*,150000,2023-01-01,,01,half\n`, 2, 'fen'],
  ['a rate below nothing', 'rates.csv', `${rates}x,*,150000,2023-01-01,,-1,half\n`, 2, 'fen'],
  ['a rate beyond exact numbers', 'rates.csv', `${rates}x,*,150000,2023-01-01,,9007199254740992,half\n`, 2, 'fen'],
  ['a proration that is unknown', 'rates.csv', `${rates}x,*,150000,2023-01-01,,1,daily\n`, 2, 'proration'],
  ['a place that is not a division', 'rates.csv', `${rates}x,*,*,2023-01-01,,1,half\n`, 2, 'place'],
  [
    'a component named as insurance',
    'rates.csv',
    `${rates}si-personal:x,*,150000,2023-01-01,,1,half\n`,
    2,
    'component',
  ],
  [
    'layers of one rank that overlap',
    'funding.csv',
    `${funding}*,150000,2023-01-01,2023-09-02,1,x,\n*,150000,2023-09-01,,1,x,\n`,
    3,
    'from',
  ],
  [
    'layers out of order, as numbers',
    'funding.csv',
    `${funding}*,150000,2023-01-01,,10,x,5\n*,150000,2023-01-01,,9,x,\n`,
    3,
    'ord',
  ],
  ['a layer twice', 'funding.csv', `${funding}*,150000,2023-01-01,,1,x,5\n*,150000,2023-01-01,,1,y,\n`, 3, 'ord'],
  [
    'a layer after the one that gives the rest',
    'funding.csv',
    `${funding}*,150000,2023-01-01,,1,x,\n*,150000,2023-01-01,,2,y,5\n`,
    3,
    'ord',
  ],
  ['a layer without a source', 'funding.csv', `${funding}*,150000,2023-01-01,,1,,\n`, 2, 'source'],
  ['a layer with a bad limit', 'funding.csv', `${funding}*,150000,2023-01-01,,1,x,many\n`, 2, 'fen'],
  ['a layer with a bad place in the order', 'funding.csv', `${funding}*,150000,2023-01-01,,-1,x,\n`, 2, 'ord'],
  [
    'terms of one scheme that overlap',
    'insurance.csv',
    `${insurance}p,150000,2023-01-01,,1,1,,,1,up\np,150000,2023-02-01,,1,1,,,1,up\n`,
    3,
    'from',
  ],
  ['a floor above the ceiling', 'insurance.csv', `${insurance}p,150000,2023-01-01,,1,1,5,4,1,up\n`, 2, 'ceiling'],
  ['a unit of nothing', 'insurance.csv', `${insurance}p,150000,2023-01-01,,1,1,,,0,up\n`, 2, 'unit'],
  ['an unknown way of rounding', 'insurance.csv', `${insurance}p,150000,2023-01-01,,1,1,,,1,even\n`, 2, 'mode'],
  ['a share that is missing', 'insurance.csv', `${insurance}p,150000,2023-01-01,,,1,,,1,up\n`, 2, 'personal_ppm'],
  ['a share that is no number', 'insurance.csv', `${insurance}p,150000,2023-01-01,,1,x,,,1,up\n`, 2, 'employer_ppm'],
  ['bases that overlap', 'bases.csv', `${bases}a,2023-01-01,,1\na,2023-02-01,,1\n`, 3, 'from'],
  ['bases out of order', 'bases.csv', `${bases}b,2023-01-01,,1\na,2023-02-01,,1\n`, 3, 'person'],
  ['a base of somebody unknown', 'bases.csv', `${bases}c,2023-01-01,,1\n`, 2, 'person'],
  ['a base that is no number', 'bases.csv', `${bases}a,2023-01-01,,\n`, 2, 'fen'],
  ['a posted nothing', 'posted.csv', `${posted}a,2023-09,living,152201,national,x,0\n`, 2, 'fen'],
  ['a posted minus nothing', 'posted.csv', `${posted}a,2023-09,living,152201,national,x,-0\n`, 2, 'fen'],
  ['a posted month that does not exist', 'posted.csv', `${posted}a,2023-13,living,152201,national,x,1\n`, 2, 'month'],
  [
    'a key posted twice',
    'posted.csv',
    `${posted}a,2023-09,living,152201,national,x,1\na,2023-09,living,152201,national,x,2\n`,
    3,
    'source',
  ],
  [
    'posted out of order',
    'posted.csv',
    `${posted}a,2023-10,living,152201,national,x,1\na,2023-09,living,152201,national,x,2\n`,
    3,
    'month',
  ],
  ['posted for somebody unknown', 'posted.csv', `${posted}c,2023-10,living,152201,national,x,1\n`, 2, 'person'],
  [
    'posted to no kind of insurance',
    'posted.csv',
    `${posted}a,2023-10,si-other:x,152201,national,x,1\n`,
    2,
    'component',
  ],
  ['a carry of nothing', 'carry.csv', `${carry}a,0\n`, 2, 'fen'],
  ['a carry of somebody unknown', 'carry.csv', `${carry}c,1\n`, 2, 'person'],
  ['a carry twice', 'carry.csv', `${carry}a,1\na,2\n`, 3, 'person'],
  ['another header', 'carry.csv', 'person,yuan\n', 1, ''],
  ['a field too many', 'carry.csv', `${carry}a,1,1\n`, 2, ''],
  ['a space', 'carry.csv', `${carry}a, 1\n`, 2, 'fen'],
  ['no line end at the end', 'carry.csv', 'person,fen\na,1', 0, ''],
])('refuses %s and names file, line and column', (_, file, text, line, column) => {
  expect(faultOf(() => read({ [file]: text }))).toEqual([file, line, column, expect.any(String)]);
});

test.each<[string, object, number, string]>([
  ['another format', { format: 'xibu-pay/2' }, 2, 'format'],
  ['a month that does not exist', { month: '2023-00' }, 3, 'month'],
  ['a first month after the last', { since: '2023-11' }, 4, 'since'],
  ['a first month that is none', { since: 9 }, 4, 'since'],
  ['required components that are no list', { required: 'living' }, 5, 'required'],
  ['a required component that is no id', { required: ['li ving'] }, 5, 'required'],
  ['a day of insurance that no month has', { insuranceDay: 32 }, 8, 'insuranceDay'],
  ['a day of insurance that is no day', { insuranceDay: 1.5 }, 8, 'insuranceDay'],
  ['no source for the employer', { employerSource: '' }, 9, 'employerSource'],
  ['a digest that is none', { inputDigest: 'x' }, 10, 'inputDigest'],
  ['the digest of other files', { inputDigest: '0'.repeat(64) }, 10, 'inputDigest'],
  ['a digest of the result that is none', { resultDigest: 'x' }, 11, 'resultDigest'],
  ['a key too many', { comment: 'x' }, 11, 'resultDigest'],
])('refuses %s in run.json', (_, change, line, column) => {
  expect(faultOf(() => read({}, change))).toEqual(['run.json', line, column, expect.any(String)]);
});

test('a fault in a table is told before the digest that it made wrong', () => {
  expect(faultOf(() => read({ 'carry.csv': `${carry}a,x\n` }, { inputDigest: '0'.repeat(64) }))).toEqual([
    'carry.csv',
    2,
    'fen',
    expect.any(String),
  ]);
});

test.each([
  ['no JSON', '{', 0],
  ['a list', '[]\n', 1],
  ['another indentation', `${JSON.stringify({ ...soundManifest, inputDigest: '0'.repeat(64) })}\n`, 1],
  ['no line end at the end', JSON.stringify({ ...soundManifest, inputDigest: '0'.repeat(64) }, null, 2), 13],
])('refuses a run.json that is %s', (_, text, line) => {
  expect(faultOf(() => readRun(Buffer.from(text), []))).toEqual(['run.json', line, '', expect.any(String)]);
});

test('refuses a run.json that is not UTF-8', () => {
  expect(faultOf(() => readRun(Buffer.from([0xff]), []))).toEqual(['run.json', 0, '', 'is not UTF-8']);
});
