import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Places carry this many parts of a minute. */
const partsOfMinute = 1e8;

/** A place in the line, drawn by one gateway. */
export interface Ticket {
  readonly kind: 'ticket';
  readonly id: string;
  /** The minute in which its holder came, since 1970. */
  readonly minute: number;
  readonly place: number;
  /** The gateway that counted it. */
  readonly origin: string;
}

/** Somebody is in until it ends. */
export interface Pass {
  readonly kind: 'pass';
  readonly id: string;
  readonly endsAtSecond: number;
}

/**
 * Tickets and passes as their holders carry them: readable, signed, and without anything about the person. Nothing of
 * them is stored, so that every gateway with the same key reads those of the others.
 */
export class Tickets {
  constructor(private readonly key: Buffer) {}

  /**
   * The lot of somebody who comes in a minute, from 0 to 1. The same browser draws the same lot again: throwing a bad
   * ticket away does not help.
   */
  drawOf(who: string, minute: number): number {
    const mac = createHmac('sha256', this.key).update(`lot ${minute} ${who}`).digest();
    return mac.readUIntBE(0, 6) / 2 ** 48;
  }

  newId(): string {
    return randomBytes(9).toString('base64url');
  }

  write(given: Ticket | Pass): string {
    const text =
      given.kind === 'pass'
        ? `p.${given.endsAtSecond.toString(36)}.${given.id}`
        : `t.${given.minute.toString(36)}.${Math.round(given.place * partsOfMinute).toString(36)}.${given.origin}.${given.id}`;
    return `${text}.${this.sign(text)}`;
  }

  /** Null for what was not signed with our key. */
  read(token: string): Ticket | Pass | null {
    const end = token.lastIndexOf('.');
    const text = token.slice(0, end);
    const given = Buffer.from(token.slice(end + 1));
    const right = Buffer.from(this.sign(text));
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    const [kind, first = '', ...rest] = text.split('.');
    const number = Number.parseInt(first, 36);
    if (kind === 'p') return { kind: 'pass', endsAtSecond: number, id: rest[0] ?? '' };
    const [place = '', origin = '', id = ''] = rest;
    return { kind: 'ticket', minute: number, place: Number.parseInt(place, 36) / partsOfMinute, origin, id };
  }

  private sign(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64url').slice(0, 24);
  }
}

/** Keys of one system that are not shared with anybody: made of its internal key where none is given. */
export function ticketKey(waitingKey: string | undefined, internalKey: string): Buffer {
  return createHmac('sha256', waitingKey ?? internalKey)
    .update('xibu waiting room')
    .digest();
}
