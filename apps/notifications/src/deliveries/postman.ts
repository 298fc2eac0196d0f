import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { asWorkOf } from '@xibu/platform';
import { MailChannel } from './mail-channel.js';
import { SendDeliveries } from './send-deliveries.js';

const pauseMs = 500;

/** Goes round while the service runs. Mail goes by the machine's time, not by the season's clock. */
@Injectable()
export class Postman implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Postman.name);
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly deliveries: SendDeliveries,
    private readonly mail: MailChannel,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.round = this.round.then(() => this.go());
    }, pauseMs);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.round;
    this.mail.close();
  }

  private async go(): Promise<void> {
    try {
      await asWorkOf('notifications', 'send deliveries', async () => {
        while ((await this.deliveries.run()) > 0) continue;
      });
    } catch (error) {
      // The database is away: what is queued there waits for the next round.
      this.logger.warn(`deliveries could not be looked at; the next round tries again: ${String(error)}`);
    }
  }
}
