import { Body, Controller, HttpCode, Module, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May, ServiceConfig, startService } from '@xibu/platform';
import { SubmitApplicationDto } from '@xibu/recruitment/dist/applications/applications.dto.js';

/** The route of 提交报名 as the service has it, and nothing behind it. */
@Controller('applications')
class SubmitController {
  @Post(':id/submit')
  @HttpCode(200)
  @May('application.own')
  submit(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { declared }: SubmitApplicationDto,
    @CurrentActor() _actor: Actor,
  ) {
    return { id, declared, status: 'submitted', number: '2023-15-0000000001' };
  }
}

@Module({ controllers: [SubmitController] })
class SubmitModule {}

const service = await startService({
  ...{ name: 'recruitment', module: SubmitModule, config: ServiceConfig, migrations: [], tables: [] },
  ...{ copiesSeasons: false, owns: [], copies: [] },
});
process.send?.(Number(new URL(service.url).port));
process.once('disconnect', () => process.exit(0));
