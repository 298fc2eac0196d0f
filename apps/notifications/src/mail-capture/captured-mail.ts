import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { NotificationsConfig } from '../notifications.config.js';
import { type CapturedMail, inboxPage } from './inbox-page.js';

const kept = 2000;
const host = '127.0.0.1';

/** In development: takes every mail instead of the world, and shows it in the browser. Off unless its ports are set. */
@Injectable()
export class MailCapture implements OnApplicationBootstrap, OnApplicationShutdown {
  /** The newest first; read when somebody looks, for most are never looked at. */
  private readonly mails: (() => Promise<CapturedMail>)[] = [];
  private readonly log = new Logger(MailCapture.name);
  private smtp: SMTPServer | null = null;
  private http: Server | null = null;

  constructor(private readonly config: NotificationsConfig) {}

  async onApplicationBootstrap(): Promise<void> {
    const { captureSmtpPort, captureHttpPort } = this.config;
    if (!captureSmtpPort || !captureHttpPort) return;
    this.smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        buffer(stream).then((raw) => {
          let mail: Promise<CapturedMail> | null = null;
          this.mails.unshift(() => (mail ??= readMail(raw)));
          this.mails.length = Math.min(this.mails.length, kept);
          done();
        }, done);
      },
    });
    this.smtp.on('error', (error) => this.log.warn(`a mail was broken off: ${error.message}`));
    this.http = createServer((request, response) => {
      this.show(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
    const listeners = [this.smtp.listen(captureSmtpPort, host), this.http.listen(captureHttpPort, host)];
    await Promise.all(listeners.map((listener) => once(listener, 'listening')));
  }

  async onApplicationShutdown(): Promise<void> {
    await new Promise<void>((resolve) => (this.smtp ? this.smtp.close(() => resolve()) : resolve()));
    await new Promise<void>((resolve) => (this.http ? this.http.close(() => resolve()) : resolve()));
  }

  private async show(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams.get('q') ?? '';
    const mails = await Promise.all(this.mails.map((read) => read()));
    const found = mails.filter(({ to, subject }) => `${to} ${subject}`.includes(query));
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    });
    response.end(inboxPage(found, query));
  }
}

async function readMail(raw: Buffer): Promise<CapturedMail> {
  const mail = await simpleParser(raw);
  const to = [mail.to ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
  return { to, subject: mail.subject ?? '', text: mail.text ?? '', at: mail.date ?? new Date(0) };
}
