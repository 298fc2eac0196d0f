import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readConfig, VirtualClock } from '@xibu/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Doorways } from '../admission/doorways.js';
import { GatewayConfig } from '../gateway.config.js';
import { services } from '../upstreams/services.js';
import { WaitingRoom } from './waiting-room.js';

const variables = {
  ...{ XIBU_PORT: '0', XIBU_PUBLIC_URL: 'http://localhost:4000', XIBU_INTERNAL_KEY: 'k'.repeat(40) },
  ...Object.fromEntries(services.map((name) => [`XIBU_${name.toUpperCase()}_URL`, 'http://127.0.0.1:1'])),
};
const start = new Date('2023-05-20T23:00:00+08:00');
let clock: VirtualClock;
const opened: Doorways[] = [];

function newRoom(given: Record<string, string> = {}, since = clock): { room: WaitingRoom; doorways: Doorways } {
  const own = { XIBU_WAITING_ROOM: 'on', XIBU_ADMISSIONS_PER_SECOND: '10', XIBU_PASS_MINUTES: '10' };
  const config = readConfig(GatewayConfig, { ...variables, ...own, ...given });
  const doorways = new Doorways(config);
  opened.push(doorways);
  return { room: new WaitingRoom(config, doorways, since), doorways };
}

beforeEach(() => {
  clock = new VirtualClock(start);
});
afterEach(() => {
  for (const doorways of opened.splice(0)) doorways.onModuleDestroy();
});
const pass = (seconds: number): void => clock.moveTo(new Date(clock.now().getTime() + seconds * 1000));

interface Said {
  readonly isIn: boolean;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly problem: { code?: string; detail?: string; ahead?: number; expectedSeconds?: number; cameAt?: string };
}

/** A browser: it keeps the cookie, and nothing else. */
class Browser {
  cookies: Record<string, string> = {};

  constructor(private readonly ip: string) {}

  ask(room: WaitingRoom, url = '/api/programme/session', more: Record<string, string> = {}): Said {
    const cookie = Object.entries(this.cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const headers = { 'user-agent': 'spec', ...(cookie ? { cookie } : {}), ...more };
    const said = { status: 200, headers: {} as Record<string, string>, body: '{}' };
    const reply = {
      raw: {},
      status: (status: number) => Object.assign(said, { status }) && reply,
      headers: (given: Record<string, string>) => Object.assign(said.headers, given) && reply,
      send: (body: string) => Object.assign(said, { body }) && reply,
    };
    const request = { method: 'GET', url, ip: this.ip, headers };
    const isIn = room.letsIn(request as unknown as FastifyRequest, reply as unknown as FastifyReply);
    const set = said.headers['set-cookie']?.match(/^([\w-]+)=([^;]*)/);
    if (set?.[1]) this.cookies[set[1]] = set[2] ?? '';
    return { isIn, status: said.status, headers: said.headers, problem: JSON.parse(said.body) as Said['problem'] };
  }
}

let browsers = 0;
function newBrowser(): Browser {
  browsers += 1;
  return new Browser(`10.1.${browsers >> 8}.${browsers & 255}`);
}

/** People who come until somebody has to wait; that one. */
function fill(room: WaitingRoom): Browser {
  for (let tries = 0; tries < 100; tries += 1) {
    const browser = newBrowser();
    if (!browser.ask(room).isIn) return browser;
  }
  throw new Error('nobody had to wait');
}

test('without a rush nobody learns that there is a waiting room', () => {
  const { room } = newRoom({ XIBU_WAITING_ROOM: 'auto' });
  for (let come = 0; come < 500; come += 1) {
    expect(newBrowser().ask(room)).toEqual({ isIn: true, status: 200, headers: {}, problem: {} });
  }
});

test('a rush opens it, and it closes when the rush is over; switched off it stays closed', () => {
  for (const mode of ['auto', 'off']) {
    const { room, doorways } = newRoom({ XIBU_WAITING_ROOM: mode, XIBU_IN_FLIGHT_MAX: '8', XIBU_QUEUE_MAX: '0' });
    for (let come = 0; come < 100; come += 1) {
      doorways.of('recruitment').enter('own', () => ({ go: () => undefined, giveUp: () => undefined }));
    }
    pass(1);
    expect(room.state().isOpen).toBe(mode === 'auto');
    pass(90);
    room.state();
    pass(1);
    expect(room.state().isOpen).toBe(false);
  }
});

test('exports that were refused are no rush', () => {
  const { room, doorways } = newRoom({ XIBU_WAITING_ROOM: 'auto', XIBU_IN_FLIGHT_MAX: '8', XIBU_QUEUE_MAX: '0' });
  for (let come = 0; come < 100; come += 1) {
    doorways.of('recruitment').enter('export', () => ({ go: () => undefined, giveUp: () => undefined }));
  }
  pass(1);
  expect(room.state().isOpen).toBe(false);
});

test('whoever has to wait is told how many are before them, how long it takes and when to look again', () => {
  const { room } = newRoom();
  const { status, headers, problem } = fill(room).ask(room);
  expect(status).toBe(503);
  expect(problem).toMatchObject({ code: 'waiting-room.wait', ahead: 0, cameAt: '2023-05-20T23:00:00.000+08:00' });
  expect(problem.detail).toContain('0 人');
  expect(problem.expectedSeconds).toBeGreaterThanOrEqual(60);
  expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(4);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(30);
  expect(headers['cache-control']).toBe('no-store');
});

test('a ticket holds its place through reloads, becomes a pass in its turn, and the pass holds while one works', () => {
  const { room } = newRoom();
  const browser = fill(room);
  const ticket = browser.cookies['xibu-waiting'];
  expect(ticket).toMatch(/^t\./);
  for (let come = 0; come < 300; come += 1) newBrowser().ask(room);
  expect(browser.ask(room).isIn).toBe(false);
  expect(browser.cookies['xibu-waiting']).toBe(ticket);
  pass(95);
  expect(browser.ask(room).isIn).toBe(true);
  expect(browser.cookies['xibu-waiting']).toMatch(/^p\./);
  for (let minute = 0; minute < 40; minute += 4) {
    pass(4 * 60);
    expect(browser.ask(room).isIn).toBe(true);
  }
  pass(11 * 60);
  fill(room);
  expect(browser.ask(room).isIn).toBe(false);
});

test('nobody comes in with a ticket or a pass of their own making', () => {
  const { room } = newRoom();
  fill(room);
  for (const forged of ['p.zzzzzzz.abcdefghijkl.aaaaaaaaaaaaaaaaaaaaaaaa', 'p..', 't.1.1.a.b.c', 'x']) {
    const browser = newBrowser();
    browser.cookies['xibu-waiting'] = forged;
    expect(browser.ask(room).isIn).toBe(false);
  }
});

test('a ticket is worth one pass: shown again it gives the same one, and when that has ended it is worth nothing', () => {
  const { room } = newRoom();
  const browser = fill(room);
  const ticket = browser.cookies['xibu-waiting'] ?? '';
  pass(70);
  expect(browser.ask(room).isIn).toBe(true);
  const given = browser.cookies['xibu-waiting'];
  pass(60);
  browser.cookies['xibu-waiting'] = ticket;
  expect(browser.ask(room).isIn).toBe(true);
  expect(browser.cookies['xibu-waiting']).toBe(given);
  pass(11 * 60);
  fill(room);
  browser.cookies['xibu-waiting'] = ticket;
  expect(browser.ask(room).isIn).toBe(false);
  expect(browser.cookies['xibu-waiting']).not.toBe(ticket);
});

test('throwing a ticket away gives no better one', () => {
  const { room } = newRoom();
  fill(room);
  const lots = Array.from({ length: 20 }, () => {
    const browser = new Browser('10.9.9.9');
    browser.ask(room);
    return browser.cookies['xibu-waiting']?.split('.')[2];
  });
  expect(new Set(lots).size).toBe(1);
});

test('another gateway with the same key knows the ticket, and lets its holder in in their turn', () => {
  const { room } = newRoom();
  const { room: other } = newRoom();
  const browser = fill(room);
  expect(browser.ask(other).isIn).toBe(false);
  pass(70);
  expect(browser.ask(other).isIn).toBe(true);
  expect(browser.ask(room).isIn).toBe(true);
});

test('whoever is signed in is at work and does not wait; a claim to be so is not enough to sign in', () => {
  const { room } = newRoom();
  fill(room);
  const signedIn = newBrowser();
  signedIn.cookies['xibu'] = 's'.repeat(43);
  expect(signedIn.ask(room, '/api/recruitment/applications/1/submit').isIn).toBe(true);
  expect(newBrowser().ask(room, '/api/finance/runs', { authorization: 'Bearer a.b.c' }).isIn).toBe(true);
  for (const url of ['/api/programme/sign-in', '/api/programme/accounts/register?x=1']) {
    const claiming = newBrowser();
    claiming.cookies['xibu'] = 's'.repeat(43);
    expect(claiming.ask(room, url).isIn).toBe(false);
  }
});

test('a program without cookies carries its ticket in a header', () => {
  const { room } = newRoom();
  fill(room);
  const first = newBrowser().ask(room);
  const ticket = first.headers['x-xibu-ticket'] ?? '';
  expect(ticket).toMatch(/^t\./);
  pass(70);
  expect(newBrowser().ask(room, '/api/programme/session', { 'x-xibu-ticket': ticket }).isIn).toBe(true);
});
