import { expect, test } from '@jest/globals';
import { PDFParse } from 'pdf-parse';
import { paragraph } from './blocks.js';
import { unprintableIn } from './fonts.js';
import { drawGrid, label, value } from './grid.js';
import { Paper } from './paper.js';
import { photoIn } from './photo.js';

const printing = { number: 'XB-1', createdAt: new Date(0) };
const paperOf = () => new Paper(printing, { title: '试验' });

async function pagesOf(paper: Paper): Promise<string[]> {
  const parser = new PDFParse({ data: new Uint8Array(await paper.finish()) });
  const { pages } = await parser.getText();
  await parser.destroy();
  return pages.map((page) => page.text.replace(/\s/g, ''));
}

test('rare characters that the font has are printed', async () => {
  expect(unprintableIn('乌云其木格·㛃龘〇')).toEqual([]);
  const paper = paperOf();
  paragraph(paper, '龘㛃·买买提');
  expect((await pagesOf(paper)).join('')).toContain('龘㛃·买买提');
});

test.each([
  ['a character beyond the font', '\u{2C386}', 'U+2C386'],
  ['a character of private use', '\u{E863}', 'U+E863'],
  ['a Mongolian letter', 'ᠠ', 'U+1820'],
  ['an emoji', '\u{1F600}', 'U+1F600'],
  ['a control character', '\u0007', 'U+0007'],
])('%s is refused by name, never an empty box', (_, character, code) => {
  expect(unprintableIn(`张${character}明${character}`)).toEqual([character]);
  const paper = paperOf();
  const refusal = expect.objectContaining({ code: 'document.unprintable', details: { character, code } });
  expect(() => paper.write(`张${character}明`, 50, 50, 200)).toThrow(refusal);
  expect(() => paragraph(paper, `张${character}明`)).toThrow(refusal);
  expect(() => drawGrid(paper, { columns: [1], rows: [[value(`张${character}`)]] })).toThrow(refusal);
  expect(() => new Paper({ ...printing, number: character }, { title: '试验' })).toThrow(refusal);
});

test('a long paragraph goes on over the page and loses nothing', async () => {
  const text = Array.from({ length: 1_500 }, (_, index) => `${index}、`).join('');
  const paper = paperOf();
  paragraph(paper, text);
  const pages = await pagesOf(paper);
  expect(pages.length).toBeGreaterThan(1);
  expect(withoutFoot(pages)).toBe(text);
});

test('a table cell higher than the page goes on over the page and loses nothing', async () => {
  const text = Array.from({ length: 1_500 }, (_, index) => `${index}、`).join('');
  const paper = paperOf();
  drawGrid(paper, { columns: [1, 6], rows: [[label('总结'), value(text, { foot: '签名' })]] });
  const pages = await pagesOf(paper);
  expect(pages.length).toBeGreaterThan(1);
  expect(withoutFoot(pages).replaceAll('总结', '').replace('签名', '')).toBe(text);
  expect(pages.filter((page) => page.includes('签名'))).toHaveLength(1);
});

test('rows that share a tall cell stay on one page', async () => {
  const paper = paperOf();
  const block = (name: string) => [
    [label(name, { rows: 8 }), value(`${name}-1`)],
    ...Array.from({ length: 7 }, (_, index) => [value(`${name}-${index + 2}`)]),
  ];
  drawGrid(paper, { columns: [1, 3], rowHeight: 30, rows: ['甲', '乙', '丙', '丁'].flatMap(block) });
  const pages = await pagesOf(paper);
  for (const name of ['甲', '乙', '丙', '丁']) {
    const holding = pages.filter((page) => page.includes(`${name}-`));
    expect(holding).toHaveLength(1);
    expect(holding[0]).toContain(`${name}-8`);
  }
});

test('merged cells higher than a page are an error of the form, not a cut text', () => {
  const rows = [[value('一\n'.repeat(100), { rows: 2 }), value('1')], [value('2')]];
  expect(() => drawGrid(paperOf(), { columns: [1, 1], rows })).toThrow('higher than the page');
});

test('what follows the last row keeps it company on its page', async () => {
  const paper = paperOf();
  const rows = Array.from({ length: 30 }, (_, index) => [value(`第${index}行`)]);
  drawGrid(paper, { columns: [1], rowHeight: 24, rows: rows.slice(0, 29), after: 300 });
  expect(paper.room).toBeGreaterThan(300);
  expect((await pagesOf(paper)).at(-1)).toContain('第28行');
});

test('a photograph is put into its cell', async () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==';
  const paper = paperOf();
  drawGrid(paper, { columns: [1], rows: [[value('照片', { height: 80, ...photoIn(Buffer.from(png, 'base64')) })]] });
  const bytes = await paper.finish();
  expect(bytes.toString('latin1')).toContain('/Subtype /Image');
});

function withoutFoot(pages: readonly string[]): string {
  return pages.map((page) => page.replace(/编号：XB-1第\d+页共\d+页$/, '')).join('');
}
