import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { rfc3339 } from '@xibu/domain';
import type { WaitingRoomMode, WaitingRoomState, WaitingView } from '@xibu/domain/gateway/api';
import { type Clock, type Figure, RealClock, showFigures } from '@xibu/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Doorways } from '../admission/doorways.js';
import { refuse } from '../admission/refuse.js';
import { GatewayConfig } from '../gateway.config.js';
import { credentialOf } from '../sessions/credentials.rules.js';
import { Rush } from './rush.js';
import { readToken, writeToken } from './ticket-cookie.js';
import { type Pass, type Ticket, Tickets, ticketKey } from './tickets.js';
import { UsedTickets } from './used-tickets.js';
import { WaitingLine } from './waiting-line.js';

const minuteMs = 60_000;
const ticketHours = 6;
/** A session begins here: whoever claims to have one already is not believed. */
const wayIn = /^\/api\/programme\/(sign-in|accounts\/register)(\?|$)/;

const inside: WaitingView = { isIn: true, ahead: 0, expectedSeconds: 0, cameAt: null, retrySeconds: 0 };

/**
 * Keeps visitors before the door while those who are at work need the whole system. Closed, it costs one comparison a
 * request, and nobody learns of it. Whoever is signed in is at work and never waits.
 */
@Injectable()
export class WaitingRoom {
  mode: WaitingRoomMode;
  private readonly tickets: Tickets;
  private readonly origin: string;
  private readonly used = new UsedTickets();
  private readonly line: WaitingLine;
  private readonly rush: Rush;
  private letIn = 0;

  constructor(
    private readonly config: GatewayConfig,
    private readonly doorways: Doorways,
    @Inject(RealClock) private readonly clock: Clock,
  ) {
    const now = this.nowMs();
    this.mode = config.waitingRoom;
    this.tickets = new Tickets(ticketKey(config.waitingKey, config.internalKey));
    this.origin = this.tickets.newId().slice(0, 6);
    this.line = new WaitingLine(config.admissionsPerSecond, now);
    this.rush = new Rush({ at: config.waitingRoomAt, perSecondMax: config.admissionsPerSecond }, now);
    this.show();
  }

  state(): WaitingRoomState {
    return { mode: this.mode, isOpen: this.isOpen(), waiting: this.line.waiting(), perSecond: this.rush.perSecond };
  }

  /** False when the request has been answered: whoever asks has to wait. */
  letsIn(request: FastifyRequest, reply: FastifyReply): boolean {
    if (!this.isOpen() || (!wayIn.test(request.url) && isSignedIn(request, this.config.isSecure))) return true;
    return this.admits(request, reply);
  }

  /** The same once it is known whether the session holds; who is at work keeps a pass for when it ends. */
  letsStay(request: FastifyRequest, reply: FastifyReply, isSessionGood: boolean): boolean {
    if (!this.isOpen()) return true;
    if (!isSessionGood) return this.admits(request, reply);
    const { secret } = { secret: null, ...credentialOf(request, this.config.isSecure) };
    if (secret !== null && !this.passOf(request)) this.givePass(reply, this.tickets.newId(), this.newEnd());
    return true;
  }

  /** Where the sender stands; draws a ticket or hands out a pass where that is due. */
  stand(request: FastifyRequest, reply: FastifyReply): WaitingView {
    return !this.isOpen() || isSignedIn(request, this.config.isSecure) ? inside : this.standing(request, reply);
  }

  private standing(request: FastifyRequest, reply: FastifyReply): WaitingView {
    const shown = this.shownBy(request);
    if (shown?.kind === 'pass' && this.isRunning(shown)) return this.extended(shown, reply);
    const now = this.nowMs();
    if (shown?.kind === 'ticket' && now - shown.minute * minuteMs < ticketHours * 60 * minuteMs) {
      const endsAtSecond = this.used.endOf(shown.id);
      // The answer with the pass may have been lost on its way: it is given again, and ends when it would have ended.
      if (endsAtSecond !== undefined && this.isRunning({ endsAtSecond }))
        return this.givePass(reply, shown.id, endsAtSecond);
      if (endsAtSecond === undefined) {
        const isCalled = this.line.letsIn(shown.place, shown.origin === this.origin, now);
        return isCalled ? this.admit(reply, shown.id) : this.waitingWith(shown, now);
      }
    }
    return this.comes(request, reply, now);
  }

  private admits(request: FastifyRequest, reply: FastifyReply): boolean {
    const { isIn, ...standing } = this.standing(request, reply);
    const { ahead, retrySeconds: seconds } = standing;
    if (!isIn) refuse(reply, { code: 'waiting-room.wait', details: { ahead, seconds } }, standing);
    return isIn;
  }

  private comes(request: FastifyRequest, reply: FastifyReply, now: number): WaitingView {
    const minute = Math.floor(now / minuteMs);
    const who = `${request.ip} ${request.headers['user-agent'] ?? ''}`;
    const place = this.line.come(this.tickets.drawOf(who, minute), now);
    const id = this.tickets.newId();
    if (place === null) return this.admit(reply, id);
    const ticket: Ticket = { kind: 'ticket', minute, place, origin: this.origin, id };
    writeToken(reply, this.tickets.write(ticket), ticketHours * 3600, this.config.isSecure);
    return this.waitingWith(ticket, now);
  }

  private waitingWith({ place, minute }: Ticket, now: number): WaitingView {
    const ahead = this.line.ahead(place, now);
    const expectedSeconds = Math.max(5, this.line.expectedSeconds(place, now));
    const chance = randomInt(1_000_000) / 1_000_000;
    const retrySeconds = Math.ceil(Math.min(20, Math.max(4, expectedSeconds / 4)) * (1 + chance / 2));
    return { isIn: false, ahead, expectedSeconds, cameAt: rfc3339(new Date(minute * minuteMs)), retrySeconds };
  }

  private admit(reply: FastifyReply, id: string): WaitingView {
    this.letIn += 1;
    const endsAtSecond = this.newEnd();
    this.used.use(id, endsAtSecond);
    return this.givePass(reply, id, endsAtSecond);
  }

  private extended(pass: Pass, reply: FastifyReply): WaitingView {
    const left = pass.endsAtSecond - this.nowMs() / 1000;
    return left * 2 > this.config.passMinutes * 60 ? inside : this.givePass(reply, pass.id, this.newEnd());
  }

  private givePass(reply: FastifyReply, id: string, endsAtSecond: number): WaitingView {
    const secondsLeft = Math.max(0, Math.floor(endsAtSecond - this.nowMs() / 1000));
    writeToken(reply, this.tickets.write({ kind: 'pass', id, endsAtSecond }), secondsLeft, this.config.isSecure);
    return inside;
  }

  private passOf(request: FastifyRequest): Pass | null {
    const shown = this.shownBy(request);
    return shown?.kind === 'pass' && this.isRunning(shown) ? shown : null;
  }

  private shownBy(request: FastifyRequest): Ticket | Pass | null {
    const token = readToken(request, this.config.isSecure);
    return token === null ? null : this.tickets.read(token);
  }

  private isRunning({ endsAtSecond }: Pick<Pass, 'endsAtSecond'>): boolean {
    return endsAtSecond * 1000 > this.nowMs();
  }

  private newEnd(): number {
    return Math.ceil(this.nowMs() / 1000) + this.config.passMinutes * 60;
  }

  private isOpen(): boolean {
    const now = this.nowMs();
    const looked = this.rush.look(
      () => this.doorways.refusedAtWork(),
      () => this.line.waiting(),
      now,
    );
    if (looked) this.line.setPace(this.rush.perSecond, now);
    return this.mode === 'on' || (this.mode === 'auto' && this.rush.isOpen);
  }

  private nowMs(): number {
    return this.clock.now().getTime();
  }

  private show(): void {
    const gauge = (name: string, help: string, read: () => number): Figure => ({
      ...{ name, help, kind: 'gauge' },
      read: () => [[{}, read()]],
    });
    showFigures([
      gauge('xibu_gateway_waiting_room_open', '1 while visitors wait for their turn', () => Number(this.isOpen())),
      gauge('xibu_gateway_waiting_room_size', 'Tickets that have not been called', () => this.line.waiting()),
      gauge('xibu_gateway_waiting_room_pace', 'People let in a second', () => this.rush.perSecond),
      {
        ...{ name: 'xibu_gateway_waiting_room_let_in_total', kind: 'counter' },
        help: 'People who were let in while it was open',
        read: () => [[{}, this.letIn]],
      },
    ]);
  }
}

/** Says so, at least: whether it is true is found out when the session is looked up, and by the services. */
function isSignedIn(request: FastifyRequest, isSecure: boolean): boolean {
  return request.headers.authorization !== undefined || credentialOf(request, isSecure).kind !== 'none';
}
