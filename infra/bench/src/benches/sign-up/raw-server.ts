import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// The least that an answer to a form can cost: read, parse, answer.
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { declared } = JSON.parse(Buffer.concat(chunks).toString()) as { declared: boolean };
    const answer = JSON.stringify({ id: request.url, declared, status: 'submitted', number: '2023-15-0000000001' });
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit(0));
