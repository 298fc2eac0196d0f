import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MessageView } from '@xibu/domain/notifications/api';
import type { ApplicationRow, ApplicationView } from '@xibu/domain/recruitment/api';
import type { Page } from '@xibu/testing';
import { formOf } from './applicants.js';
import { eventually } from './eventually.js';
import { jsonOf } from './front-door.js';
import { answer, choose, faultsOf, heading, PortalWindows, signInByForm } from './portal-windows.js';
import { openYear, ownFaculty, ownUniversity, password } from './programme-year.js';
import { StorySystem } from './story-system.js';

const system = new StorySystem();
const windows = new PortalWindows();
const own = {
  ...{ login: 'surina2023', password: 'caoyuan-2023', name: '苏日娜·巴图', email: 'surina@example.org' },
  identityNumber: formOf(7, ownUniversity, ownFaculty).identityNumber,
};
let phone: Page;

beforeAll(async () => {
  await Promise.all([system.start(), windows.start()]);
  await openYear(system);
  phone = await windows.open(system.stack.url, 390);
}, 180_000);
afterAll(async () => {
  await Promise.all([windows.stop(), system.stop()]);
}, 60_000);

/** The application as the API gives it to its person, in a session of another device. */
async function mine(): Promise<{ session: string; application: ApplicationView }> {
  const session = await system.door.sessionOf(own.login, own.password);
  const [application] = await system.door.get<ApplicationView[]>('/api/recruitment/applications/mine', session);
  if (!application) throw new Error('there is no application');
  return { session, application };
}

const goOn = (page: Page) => page.getByRole('button', { name: '保存并继续' }).click();
const saved = (page: Page) => page.locator('[data-save="saved"]').waitFor();

test('somebody registers on a phone, leaves, and signs in again', async () => {
  await heading(phone, '大学生志愿服务西部计划');
  expect(await faultsOf(phone)).toEqual([]);
  await phone.getByRole('link', { name: '我要报名' }).click();
  await phone.getByRole('link', { name: '注册账号' }).click();
  await heading(phone, '注册报名账号');
  expect(await faultsOf(phone)).toEqual([]);
  // A dot of another kind than the middle one is put right.
  await phone.getByLabel('姓名', { exact: true }).fill('苏日娜.巴图');
  await phone.getByLabel('手机号码').fill('139 0000 4821');
  await phone.getByLabel('电子邮箱').fill(own.email);
  await phone.getByLabel('登录名').fill(own.login);
  await phone.getByLabel('密码').fill(own.password);
  await phone.getByRole('button', { name: '注册并登录' }).click();
  await heading(phone, '我的报名');
  await phone.getByRole('button', { name: own.name }).click();
  await phone.getByRole('button', { name: '退出登录' }).click();
  await phone.getByRole('link', { name: '登录', exact: true }).waitFor();
  await phone.goto('/sign-in');
  expect(await faultsOf(phone)).toEqual([]);
  await signInByForm(phone, own.login, own.password);
  await heading(phone, '我的报名');
  expect(await faultsOf(phone)).toEqual([]);
});

test('the form saves itself while it is filled in, also what another window has changed', async () => {
  await phone.getByRole('button', { name: '开始报名' }).click();
  await heading(phone, '个人信息');
  await phone.getByLabel('公民身份号码').fill(own.identityNumber);
  await choose(phone, '民族', '蒙古', '蒙古族');
  await choose(phone, '政治面貌', '团员', '中国共产主义青年团团员');
  await choose(phone, '籍贯', '突泉', '突泉县');
  await phone.getByLabel('电子邮箱').fill(own.email);
  await phone.getByLabel('紧急联系人姓名').fill('巴图•苏和');
  await phone.getByLabel('紧急联系人手机').fill('13900004822');
  await phone.getByLabel('手机号码', { exact: true }).fill('13900004821');
  const { application, session } = await eventually(
    'the draft has saved itself',
    mine,
    (found) => found.application.form.mobile === '13900004821',
  );
  await saved(phone);
  expect(application.form).toMatchObject({ nativePlace: 152224, emergencyName: '巴图·苏和', email: own.email });
  expect(await faultsOf(phone)).toEqual([]);

  const elsewhere = await system.door.ask('PUT', `/api/recruitment/applications/${application.id}/draft`, {
    ...{ session, body: { skills: '马头琴、摔跤' }, headers: { 'if-match': `"${application.version}"` } },
  });
  expect(elsewhere.status).toBe(200);
  await phone.getByLabel('紧急联系人手机').fill('13900004823');
  const merged = await eventually(
    'both changes are kept',
    mine,
    (found) => found.application.form.emergencyMobile === '13900004823',
  );
  await saved(phone);
  expect(merged.application.form).toMatchObject({ skills: '马头琴、摔跤', emergencyMobile: '13900004823' });
});

test('the whole form is filled in, submitted, and receipted', async () => {
  await goOn(phone);
  await heading(phone, '学业信息');
  await choose(phone, '学校', '10126', '内蒙古大学');
  await phone.getByLabel('院系').fill(ownFaculty);
  await choose(phone, '专业', '汉语言', '汉语言文学');
  await answer(phone, '是否师范类专业', '是');
  await choose(phone, '学历', '本科', '大学本科毕业');
  await phone.getByText('应届毕业生').click();
  await phone.getByLabel('毕业时间').fill('2023-06-30');
  expect(await faultsOf(phone)).toEqual([]);
  await goOn(phone);
  await heading(phone, '经历与特长');
  expect(await phone.getByLabel('特长').inputValue()).toBe('马头琴、摔跤');
  await answer(phone, '是否有工作经历', '否');
  expect(await faultsOf(phone)).toEqual([]);
  await goOn(phone);
  await heading(phone, '服务意向');
  await phone.getByLabel('内蒙古').check();
  await phone.getByLabel('乡村教育').check();
  await phone.getByLabel('1 年').check();
  await answer(phone, '服从调剂', '是');
  expect(await faultsOf(phone)).toEqual([]);
  await goOn(phone);
  await heading(phone, '检查并提交');
  expect(await faultsOf(phone)).toEqual([]);
  await phone.getByLabel('我承诺', { exact: false }).check();
  await phone.getByRole('button', { name: '提交报名表' }).click();
  await heading(phone, '报名回执');
  const { application } = await mine();
  expect(application).toMatchObject({ status: 'submitted', number: expect.stringMatching(/^2023-15-\d+$/) });
  await phone
    .getByText(application.number ?? 'no number')
    .first()
    .waitFor();
  await phone.getByText(application.receipt ?? 'no receipt').waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  await phone.getByRole('link', { name: '返回我的报名' }).click();
  await phone.getByText('等待院系团委审核').waitFor();
});

/** Signs in at a desk, opens the queue from the rail and the first record from the queue. */
async function openQueue(login: string, queue: string): Promise<Page> {
  const desk = await windows.open(system.stack.url, 1440);
  await signInByForm(desk, login, password);
  await desk.locator('.rail').getByRole('link', { name: queue }).click();
  await heading(desk, queue);
  expect(await faultsOf(desk)).toEqual([]);
  await desk.getByRole('link', { name: /^审核/ }).first().click();
  await heading(desk, own.name);
  expect(await faultsOf(desk)).toEqual([]);
  return desk;
}

test('the faculty passes it at a desk with the keyboard, after the talk', async () => {
  const desk = await openQueue(`faculty-${ownUniversity}-1`, '院系审核');
  await desk.keyboard.press('a');
  await desk.locator('#talked:focus').waitFor();
  expect((await mine()).application.status).toBe('submitted');
  await desk.keyboard.press(' ');
  await desk.keyboard.press('a');
  await desk.getByText(`已通过：${own.name}`).first().waitFor();
  expect((await mine()).application.status).toBe('faculty-passed');
  await desk.context().close();
});

test('the university passes it at a desk with the keyboard', async () => {
  const desk = await openQueue(`officer-${ownUniversity}`, '学校审核');
  await desk.keyboard.press('a');
  await desk.getByText(`已通过：${own.name}`).first().waitFor();
  const { application } = await mine();
  expect(application.status).toBe('university-passed');
  expect(application.reviews.map(({ stage, decision }) => `${stage} ${decision}`)).toEqual([
    'faculty pass',
    'university pass',
  ]);
  await desk.context().close();
});

test('the person is told of it once, in the portal and by mail, and reads it', async () => {
  const { session } = await mine();
  const messages = () => system.door.get<{ rows: MessageView[] }>('/api/notifications/messages/mine', session);
  const ofPass = ({ rows }: { rows: readonly MessageView[] }) =>
    rows.filter(({ template }) => template === 'university-passed');
  const [message] = ofPass(await eventually('the message of the pass', messages, (page) => ofPass(page).length > 0));
  expect(message).toMatchObject({ subject: '学校审核通过，请确认意向服务地', readAt: null });
  await system.door.post(`/api/notifications/messages/${message?.id}/read`, session);
  expect(ofPass(await messages())).toMatchObject([{ readAt: expect.stringMatching(/^2023-04-14T/) }]);

  const inbox = `${system.stack.mailUrl}/?q=${encodeURIComponent(own.email)}`;
  const subjects = ['报名已提交', '学校审核通过，请确认意向服务地'];
  const mails = await eventually(
    'the mails have arrived',
    async () => (await fetch(inbox)).text(),
    (page) => subjects.every((subject) => page.includes(subject)),
  );
  expect(subjects.map((subject) => mails.split(`${subject}</h2>`).length - 1)).toEqual([1, 1]);
});

test('the person confirms places on the phone, in the order of their wishes', async () => {
  await phone.goto('/mine');
  await phone.getByRole('link', { name: '去确认' }).click();
  await heading(phone, '确认意向服务地');
  for (const county of ['扎赉特旗', '突泉县']) await choose(phone, '添加旗县', county, county);
  await phone.getByRole('button', { name: '突泉县上移' }).click();
  expect(await faultsOf(phone)).toEqual([]);
  await phone.getByRole('button', { name: '确认', exact: true }).click();
  await phone.getByText('已确认，等待招募考试').waitFor();
  const { application } = await mine();
  expect(application).toMatchObject({ status: 'confirmed', confirmation: { counties: [152224, 152223] } });
  expect(await faultsOf(phone)).toEqual([]);
  const region = await system.door.sessionOf('region-officer', password);
  const { rows } = await system.door.get<{ rows: ApplicationRow[] }>('/api/recruitment/applications', region);
  expect(rows.map(({ name, status }) => [name, status])).toEqual([[own.name, 'confirmed']]);
});

test('the account remembers that its person switched to English', async () => {
  await phone.getByRole('button', { name: 'English' }).click();
  await phone.locator('html[lang="en"]').waitFor();
  await heading(phone, 'My application');
  await phone.getByText('Confirmed; the exam comes next').waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  const { session } = await mine();
  const remembered = await eventually(
    'the language of the account',
    async () =>
      jsonOf<{ language: string }>(await system.door.ask('GET', '/api/programme/session', { session })).language,
    (language) => language === 'en',
  );
  expect(remembered).toBe('en');
});

test('no page complained on the way', () => {
  expect(windows.complaints).toEqual([]);
});
