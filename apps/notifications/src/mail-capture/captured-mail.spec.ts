import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '@xibu/testing';
import { createTransport } from 'nodemailer';
import type { NotificationsConfig } from '../notifications.config.js';
import { MailCapture } from './captured-mail.js';

let ports: { captureSmtpPort: number; captureHttpPort: number };
let capture: MailCapture;
beforeAll(async () => {
  ports = { captureSmtpPort: await freePort(), captureHttpPort: await freePort() };
  capture = new MailCapture(ports as NotificationsConfig);
  await capture.onApplicationBootstrap();
});
afterAll(() => capture.onApplicationShutdown());

const send = (subject: string) =>
  createTransport({ host: '127.0.0.1', port: ports.captureSmtpPort, ignoreTLS: true }).sendMail({
    ...{ from: 'office@example.org', to: 'person@example.org', subject, text: '内容' },
  });

/** What the page of mails shows of those with this in them. */
async function shown(part: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${ports.captureHttpPort}/?q=${encodeURIComponent(part)}`);
  return answer.text();
}

/** A sender that is killed in the middle of a mail. */
async function breakOff(): Promise<void> {
  const socket = connect(ports.captureSmtpPort, '127.0.0.1');
  for (const line of ['EHLO here', 'MAIL FROM:<office@example.org>', 'RCPT TO:<person@example.org>', 'DATA']) {
    await once(socket, 'data');
    socket.write(`${line}\r\n`);
  }
  await once(socket, 'data');
  socket.resetAndDestroy();
}

test('a mail is shown instead of sent', async () => {
  await send('第一封');
  expect(await shown('第一封')).toContain('person@example.org');
  expect(await shown('第二封')).not.toContain('person@example.org');
});

test('a mail that is broken off leaves everything as it was', async () => {
  await breakOff();
  await send('第二封');
  expect(await shown('第二封')).toContain('person@example.org');
});

test('a port that is taken is an error at the start', async () => {
  const second = new MailCapture({ ...ports, captureHttpPort: await freePort() } as NotificationsConfig);
  await expect(second.onApplicationBootstrap()).rejects.toThrow('EADDRINUSE');
  await second.onApplicationShutdown();
});
