import { type WaitingRoomMode, waitingRoomModes } from '@xibu/domain/gateway/api';
import { Whole } from '@xibu/platform';
import { IsIn, IsOptional, IsString, IsUrl, MinLength } from 'class-validator';
import type { Service } from './upstreams/services.js';

const url = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

/** What the front door is told, each as `XIBU_` and the name in capitals. */
export class GatewayConfig {
  /** 0 takes any free port. */
  @Whole(0, 65535)
  readonly port: number;

  @IsString()
  readonly host: string = '127.0.0.1';

  /** Where people reach the portal. With https the cookie is `__Host-xibu` and never travels in the clear. */
  @IsUrl(url)
  readonly publicUrl: string;

  @IsUrl(url) readonly programmeUrl: string;
  @IsUrl(url) readonly recruitmentUrl: string;
  @IsUrl(url) readonly placementUrl: string;
  @IsUrl(url) readonly financeUrl: string;
  @IsUrl(url) readonly assessmentUrl: string;
  @IsUrl(url) readonly notificationsUrl: string;

  /** Shared with the programme service: by it the gateway signs people in and exchanges their sessions. */
  @MinLength(32)
  readonly internalKey: string;

  /** The built portal; without it only the API is there. */
  @IsOptional()
  @IsString()
  readonly portalFolder?: string;

  /** Proxies in front whose word on the caller’s address counts, as `10.0.0.0/8,127.0.0.1`; none by default. */
  @IsOptional()
  @IsString()
  readonly trustedProxies?: string;

  /** Bytes of one request; services set lower limits of their own. */
  @Whole(1024, 1_073_741_824)
  readonly bodyLimit: number = 16 * 1024 * 1024;

  /** How long a service may be silent before the caller is told to try again; nobody waits longer than 15 seconds. */
  @Whole(100, 15_000)
  readonly patienceMs: number = 12_000;

  /** Moving the clock of a simulated year waits for what falls due on the way. */
  @Whole(1000, 3_600_000)
  readonly clockPatienceMs: number = 1_800_000;

  /** Requests a minute from one address without a session, and of one session; 0 is no limit. */
  @Whole(0, 1_000_000)
  readonly requestsPerMinute: number = 0;

  /** Sign-ins and registrations a minute from one address; 0 is no limit. */
  @Whole(0, 1_000_000)
  readonly signInsPerMinute: number = 0;

  /**
   * Connections of callers at a time; one more is closed at once. Without an end to them a rush would take every file
   * descriptor of the process, and none would be left for the services.
   */
  @Whole(8, 1_000_000)
  readonly connectionsMax: number = 10_000;

  /** Requests at one service at a time; two processors are busy with a third of it. What comes beyond waits. */
  @Whole(8, 10_000)
  readonly inFlightMax: number = 128;

  /** Submissions that may wait for one service; of whatever is less urgent, fewer. */
  @Whole(0, 100_000)
  readonly queueMax: number = 1000;

  /** How old an answer to what everybody may read can be; 0 asks the service each time. */
  @Whole(0, 60)
  readonly publicReadSeconds: number = 3;

  /** `auto` opens the waiting room in a rush, `on` has every visitor pass through it, `off` has none. */
  @IsIn(waitingRoomModes)
  readonly waitingRoom: WaitingRoomMode = 'auto';

  /** The rush: so many refusals of people at work within ten seconds. */
  @Whole(1, 1_000_000)
  readonly waitingRoomAt: number = 50;

  /** The most that this gateway lets in out of the waiting room each second. */
  @Whole(1, 10_000)
  readonly admissionsPerSecond: number = 20;

  /** How long somebody who was let in may rest before they have to wait again. */
  @Whole(1, 240)
  readonly passMinutes: number = 15;

  /** Signs tickets, the same for all gateways of a system; made of the internal key when it is not given. */
  @IsOptional()
  @MinLength(32)
  readonly waitingKey?: string;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  readonly logLevel: string = 'info';

  get isSecure(): boolean {
    return this.publicUrl.startsWith('https:');
  }

  urlOf(service: Service): string {
    return this[`${service}Url`].replace(/\/$/, '');
  }
}
