import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ProblemFilter, RealClock } from '@xibu/platform';
import { Admission } from './admission/admission.js';
import { Doorways } from './admission/doorways.js';
import { ClocksController } from './clocks/clocks.controller.js';
import { Clocks } from './clocks/clocks.js';
import { Callers } from './forwarding/caller.js';
import { ForwardController } from './forwarding/forward.controller.js';
import { Forward } from './forwarding/forward.js';
import { GatewayConfig } from './gateway.config.js';
import { Limits } from './limits/limits.js';
import { ApiPagesController } from './portal/api-pages.controller.js';
import { PortalController } from './portal/portal.controller.js';
import { PortalFiles } from './portal/portal-files.js';
import { PublicReads } from './public-reads/public-reads.js';
import { DoorKeeper } from './sessions/door-keeper.js';
import { SessionTokens } from './sessions/session-tokens.js';
import { SignInController } from './sessions/sign-in.controller.js';
import { StatusController } from './status/status.controller.js';
import { Upstreams } from './upstreams/upstreams.js';
import { WaitingRoomController } from './waiting-room/waiting-room.controller.js';
import { WaitingRoom } from './waiting-room/waiting-room.js';

@Module({})
export class GatewayModule {
  static of(config: GatewayConfig, logger: ConstructorParameters<typeof ProblemFilter>[0]): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [
        ...[StatusController, ClocksController, ApiPagesController, SignInController, WaitingRoomController],
        ...[ForwardController, PortalController],
      ],
      providers: [
        { provide: GatewayConfig, useValue: config },
        { provide: APP_FILTER, useFactory: () => new ProblemFilter(logger) },
        ...[RealClock, Upstreams, SessionTokens, Limits, DoorKeeper, Callers, Forward, Clocks, PortalFiles],
        ...[Doorways, PublicReads, WaitingRoom, Admission],
      ],
    };
  }
}
