import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { SessionView } from '@xibu/domain/programme/api';
import { CurrentActor, ListQuery, May, Open, problemOf, Repeatable, visitor } from '@xibu/platform';
import { LanguageDto } from '../accounts/accounts.dto.js';
import { OwnAccount } from '../accounts/own-account.js';
import { SignIn } from '../sign-ins/sign-in.js';
import { type Origin } from '../sign-ins/sign-in-events.js';
import { EndSessions } from './end-sessions.js';
import { ExchangeSession } from './exchange-session.js';
import { FrontDoor, gatewayKeyHeader } from './front-door.js';
import { ListSessions } from './list-sessions.js';
import { sessionHeader } from './session.js';
import { ExchangeDto, SignInDto } from './sessions.dto.js';
import { Welcome } from './welcome.js';

/** What of Fastify’s reply this controller uses. */
interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
}

/** Coming in: for the gateway alone. */
@Controller()
export class SignInController {
  constructor(
    private readonly door: FrontDoor,
    private readonly signIns: SignIn,
    private readonly exchanges: ExchangeSession,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Open()
  @Repeatable()
  signIn(
    @Body() request: SignInDto,
    @Headers(gatewayKeyHeader) key: string | undefined,
    @Req() from: { readonly ip: string; readonly headers: Readonly<Record<string, string | string[] | undefined>> },
  ) {
    this.door.require(key);
    const device = from.headers['user-agent'];
    const origin: Origin = { address: from.ip, device: typeof device === 'string' ? device.slice(0, 300) : null };
    return this.signIns.run(request, origin);
  }

  @Post('sessions/exchange')
  @HttpCode(200)
  @Open()
  @Repeatable()
  exchange(@Body() { session }: ExchangeDto, @Headers(gatewayKeyHeader) key: string | undefined) {
    this.door.require(key);
    return this.exchanges.run(session);
  }
}

/** Who is here, and where else they are signed in. */
@Controller()
export class SessionsController {
  constructor(
    private readonly welcomes: Welcome,
    private readonly account: OwnAccount,
    private readonly sessions: ListSessions,
    private readonly ends: EndSessions,
  ) {}

  @Get('welcome')
  @Open()
  welcome() {
    return this.welcomes.everybody();
  }

  /** Nobody signed in is an answer too: 401 with what the sign-in page shows. */
  @Get('session')
  @Open()
  async session(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: Reply): Promise<SessionView | object> {
    if (actor !== visitor) return this.welcomes.signedIn(actor);
    reply.status(401).header('content-type', 'application/problem+json; charset=utf-8');
    return { ...problemOf(new Refusal('session.missing')), ...(await this.welcomes.everybody()) };
  }

  @Put('session/language')
  @HttpCode(204)
  @May('account.own')
  setLanguage(@Body() { language }: LanguageDto, @CurrentActor() actor: Actor) {
    return this.account.setLanguage(language, actor);
  }

  @Post('sign-out')
  @HttpCode(204)
  @May('account.own')
  @Repeatable()
  signOut(@CurrentActor() actor: Actor, @Headers(sessionHeader) session: string | undefined) {
    return this.ends.signOut(actor, session ?? null);
  }

  @Get('sessions')
  @May('account.own')
  list(@Query() query: ListQuery, @CurrentActor() actor: Actor, @Headers(sessionHeader) session: string | undefined) {
    return this.sessions.run(query, actor, session ?? null);
  }

  @Post('sessions/end-others')
  @HttpCode(200)
  @May('account.own')
  @Repeatable()
  endOthers(@CurrentActor() actor: Actor, @Headers(sessionHeader) session: string | undefined) {
    return this.ends.others(actor, session ?? null);
  }

  @Post('sessions/:id/end')
  @HttpCode(204)
  @May('account.own')
  @Repeatable()
  end(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.ends.one(actor, id);
  }
}
