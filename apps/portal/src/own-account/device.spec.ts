import { expect, test } from '@jest/globals';
import { deviceIn } from './device.js';

test('a browser that calls itself by many names is told by the one that people know', () => {
  const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/124.0 Safari/537.36 Edg/124.0';
  expect(deviceIn(edge)).toBe('Windows · Edge');
  const wechat = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36 MicroMessenger/8';
  expect(deviceIn(wechat)).toBe('Android · WeChat');
});

test('what says nothing of itself is no device', () => {
  expect(deviceIn(null)).toBeNull();
  expect(deviceIn('curl/8.0')).toBeNull();
});
