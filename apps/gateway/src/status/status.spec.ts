import { expect, test } from '@jest/globals';
import { startGateway } from '../start-gateway.js';
import { startFakeSystem } from '../upstreams/fake-services-for-specs.js';
import { services } from '../upstreams/services.js';

test('everybody sees which services answer; readiness asks for the one by which people come in', async () => {
  const system = await startFakeSystem();
  try {
    expect((await system.call('GET', '/health/ready')).json()).toEqual({ ready: true });
    await system.stopService('finance');
    const answer = await system.call('GET', '/api/status');
    expect(answer.json()).toEqual({ services: services.map((name) => ({ name, isUp: name !== 'finance' })) });
    expect((await system.call('GET', '/health/ready')).status).toBe(200);
  } finally {
    await system.stop();
  }
});

test('requests are counted with their time', async () => {
  const system = await startFakeSystem();
  try {
    await system.call('GET', '/api/finance/things');
    const { headers, text } = await system.call('GET', '/metrics');
    expect(headers['content-type']).toContain('text/plain');
    const counted = text.split('\n').filter((line) => line.startsWith('http_server_request_duration_seconds_count{'));
    expect(counted.join()).toMatch(/service="gateway".*route="\/api\/:service\/\*",status="200"\} 1/);
  } finally {
    await system.stop();
  }
});

test('a variable that is missing or misspelt is named, and nothing starts', async () => {
  const variables = {
    ...{ XIBU_PORT: '0', XIBU_PUBLIC_URL: 'http://localhost:4000', XIBU_INTERNAL_KEY: 'short', XIBU_BODY_LIMITS: '1' },
    ...Object.fromEntries(services.slice(1).map((name) => [`XIBU_${name.toUpperCase()}_URL`, 'http://127.0.0.1:1'])),
  };
  const error = await startGateway(variables).then(
    () => '',
    (reason: Error) => reason.message,
  );
  expect(error).toContain('XIBU_PROGRAMME_URL is missing');
  expect(error).toContain('XIBU_INTERNAL_KEY');
  expect(error).toContain('XIBU_BODY_LIMITS is not a known variable');
});
