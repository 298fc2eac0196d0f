import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { NotificationsConfig } from '../notifications.config.js';
import type { Outcome } from './delivery.rules.js';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Becomes the Message-ID: the same message sent twice is seen to be the same. */
  readonly id: string;
}

/** E-mail by SMTP. What the server refuses is an outcome to be kept, not a fault. */
@Injectable()
export class MailChannel {
  private readonly transport: Transporter;

  constructor(private readonly config: NotificationsConfig) {
    this.transport = createTransport({
      url: config.smtpUrl,
      pool: true,
      maxConnections: 4,
      connectionTimeout: 5000,
      socketTimeout: 10_000,
      tls: { rejectUnauthorized: config.smtpTls === 'strict' },
    });
  }

  async send({ to, subject, text, id }: Mail): Promise<Outcome> {
    const from = this.config.mailFrom;
    try {
      await this.transport.sendMail({ from, to, subject: `[西部计划] ${subject}`, text, messageId: `<${id}@xibu>` });
      return { arrived: true };
    } catch (error) {
      return { arrived: false, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  close(): void {
    this.transport.close();
  }
}
