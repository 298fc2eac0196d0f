import { createHash, generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import jsqr from 'jsqr';
import { PDFParse } from 'pdf-parse';
import { PNG } from 'pngjs';
import { contentDigest, signDocument, tokenIn, verificationUrl, verifyDocument } from '../signed-documents.js';
import { madeUpDocuments } from './made-up-documents.js';

/** The text of a document without blanks and line ends: where a line is broken does not matter here. */
async function textOf(pdf: Buffer): Promise<{ readonly text: string; readonly pages: number }> {
  const parser = new PDFParse({ data: new Uint8Array(pdf) });
  const { text, total } = await parser.getText();
  await parser.destroy();
  return { text: text.replace(/\s/g, ''), pages: total };
}

/** What the QR code on the first page says, read from a picture of the page as a telephone would. */
async function codeOn(pdf: Buffer): Promise<string | undefined> {
  const parser = new PDFParse({ data: new Uint8Array(pdf) });
  const { pages } = await parser.getScreenshot({ partial: [1], scale: 2 });
  await parser.destroy();
  const png = PNG.sync.read(Buffer.from(pages[0]?.data ?? []));
  const decode = jsqr as unknown as (
    data: Uint8ClampedArray,
    width: number,
    height: number,
    options: { readonly inversionAttempts: 'dontInvert' },
  ) => { data: string } | null;
  const picture = new Uint8ClampedArray(png.data);
  return decode(picture, png.width, png.height, { inversionAttempts: 'dontInvert' })?.data;
}

const expected: Readonly<
  Record<keyof typeof madeUpDocuments, { readonly pages: number; readonly says: readonly string[] }>
> = {
  registrationForm: {
    pages: 1,
    says: [
      '大学生志愿服务西部计划报名登记表',
      '乌云其木格',
      '蒙古族',
      '2001年3月15日',
      '内蒙古师范大学',
      '服从调剂是',
      '院系团委',
    ],
  },
  admissionTicket: { pages: 1, says: ['准考证', '2315220010128', '1506**********9980', '203', '考生须知'] },
  publicNoticeList: { pages: 2, says: ['拟录取志愿者公示', '2023年6月26日至2023年6月28日', '欧阳*', '（共42人）'] },
  confirmationNotice: {
    pages: 1,
    says: ['确认通知书', '乌云其木格同学', '2023年7月24日9:00至17:00', '毕业证书或学位证书原件'],
  },
  threePartyAgreement: {
    pages: 2,
    says: ['甲方', '乙方', '丙方', '第一条服务内容与期限', '不得跨盟市调整', '¥500.00'],
  },
  dispatchList: { pages: 3, says: ['派遣交接名册', '科尔沁右翼前旗', '本册共33人', '移交方', '接收方'] },
  appraisalForm: {
    pages: 1,
    says: ['服务鉴定表', '实际服务年限2年', '参加工作时间2023年7月28日', '2024-2025年度：优秀'],
  },
  serviceCertificate: {
    pages: 1,
    says: ['志愿服务证书', '实际服务年限', '2年', '参加工作时间', '2023年7月28日', '考核合格'],
  },
  paySlip: {
    pages: 1,
    says: ['2023年9月', '应发合计¥3,009.68', '实发金额¥2,589.68', '贰仟伍佰捌拾玖元陆角捌分', '0003'],
  },
  leaveForm: { pages: 1, says: ['请假单', '2023年12月21日至2023年12月26日（共6天）', '销假单', '服务单位意见'] },
};

const names = Object.keys(madeUpDocuments) as (keyof typeof madeUpDocuments)[];

test.each(names)('%s says what it is told, on the pages it needs', async (name) => {
  const { text, pages } = await textOf(await madeUpDocuments[name]());
  for (const words of expected[name].says) expect(text).toContain(words);
  expect(pages).toBe(expected[name].pages);
});

test.each(names)('%s has the same bytes each time', async (name) => {
  const digest = async () =>
    createHash('sha256')
      .update(await madeUpDocuments[name]())
      .digest('hex');
  expect(await digest()).toBe(await digest());
});

test('the small code in the corner of a form is read from a picture of the page', async () => {
  expect(await codeOn(await madeUpDocuments.registrationForm())).toBe(
    'https://xibu.invalid/verify/XB-2023-152200-000128',
  );
});

test('a certificate proves itself without a connection: page, code, token, signature', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const document = {
    kind: 'certificate',
    number: 'XB-2025-152221-000017',
    holder: '乌云其木格',
    digest: contentDigest({ name: '乌云其木格', served: { years: 2, months: 0, days: 0 } }),
    issuedOn: '2025-07-28',
  };
  const url = verificationUrl('https://xibu.example.invalid/verify', await signDocument(document, privateKey, '2025'));
  const scanned = await codeOn(await madeUpDocuments.serviceCertificate(url));
  expect(await verifyDocument(tokenIn(scanned ?? '') ?? '', publicKey)).toEqual({
    ok: true,
    keyId: '2025',
    document: { ...document, holder: '乌**' },
  });
});

test('a public list shows neither a whole name nor a whole number', async () => {
  const { text } = await textOf(await madeUpDocuments.publicNoticeList(7));
  expect(text).not.toMatch(/李小明|斯琴高娃|买买提|欧阳晓/);
  expect(text).not.toMatch(/\d{17}[\dX]/);
  expect(text.match(/\d{4}\*{10}\d{3}[\dX]/g)).toHaveLength(7);
});

test('only the registration form, which its holder signs, shows the whole identity number', async () => {
  for (const name of names) {
    const { text } = await textOf(await madeUpDocuments[name]());
    expect({ name, isWhole: text.includes('150603200103159980') }).toEqual({
      name,
      isWhole: name === 'registrationForm',
    });
  }
});

test('the header of a list stands on every page, and the pages are counted', async () => {
  const parser = new PDFParse({ data: new Uint8Array(await madeUpDocuments.publicNoticeList(200)) });
  const { pages } = await parser.getText();
  await parser.destroy();
  expect(pages.length).toBeGreaterThan(4);
  pages.forEach((page, index) => {
    const text = page.text.replace(/\s/g, '');
    expect(text).toContain('序号姓名身份证号（脱敏）');
    expect(text).toContain(`第${index + 1}页共${pages.length}页`);
  });
});
