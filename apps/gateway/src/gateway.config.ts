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

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  readonly logLevel: string = 'info';

  get isSecure(): boolean {
    return this.publicUrl.startsWith('https:');
  }

  urlOf(service: Service): string {
    return this[`${service}Url`].replace(/\/$/, '');
  }
}
