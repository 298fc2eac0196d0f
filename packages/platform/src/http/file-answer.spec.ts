import { expect, test } from '@jest/globals';
import { fileAnswer, pdfAnswer } from './file-answer.js';

const bytes = Buffer.from('甲,1\r\n');
const type = 'text/csv; charset=utf-8';

test('a file is kept, with its bytes and type, under its name', async () => {
  const answer = fileAnswer({ bytes, name: 'posts-2023-2024.csv', type });
  expect(answer.getHeaders()).toEqual({
    ...{ type, length: bytes.length, disposition: 'attachment; filename="posts-2023-2024.csv"' },
  });
  expect(Buffer.concat(await answer.getStream().toArray())).toEqual(bytes);
});

test.each([
  ['岗位 1.csv', '%E5%B2%97%E4%BD%8D%201.csv'],
  ["it's (1)*.csv", 'it%27s%20%281%29%2A.csv'],
  ['a";x="b.csv', 'a%22%3Bx%3D%22b.csv'],
  ['a\r\nx: b.csv', 'a%0D%0Ax%3A%20b.csv'],
])('the name %j stands in UTF-8, so that no sign of it ends the header or its value', (name, extended) => {
  const { disposition } = fileAnswer({ bytes, name, type }).getHeaders();
  expect(disposition).toBe(`attachment; filename*=UTF-8''${extended}`);
  expect(decodeURIComponent(extended)).toBe(name);
});

test('a printed document is shown, and named by its number', () => {
  expect(pdfAnswer(bytes, '2023-15-000001').getHeaders()).toEqual({
    type: 'application/pdf',
    length: bytes.length,
    disposition: 'inline; filename="2023-15-000001.pdf"',
  });
});
