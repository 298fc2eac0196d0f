import type {
  BatchView,
  ExceptionView,
  OfficeMonthView,
  PaymentLineRow,
  PreparedBatch,
  RunRow,
  RunView,
} from '@xibu/domain/finance/api';
import { forEach, Problem } from '../client.js';
import { quiet } from '../clock.js';
import type { World } from '../world.js';
import { readPaymentFile, returnFile, type Verdict } from './bank.js';
import { entangled } from './entangled.js';
import { type Hands, handsOf } from './hands.js';

/** 月度发放 of every county: calculated, approved, released, and sent to the bank in a first batch. */
export async function payAll(world: World, month: string, day: string): Promise<void> {
  await forEach(entangled(world.counties, world.moves), 6, (group) =>
    forEach(group, 1, (county) => payOne(world, county, month, day)),
  );
  await quiet(world);
}

async function payOne(world: World, county: number, month: string, day: string): Promise<void> {
  const hands = await handsOf(world, county);
  const { rows } = await hands.prepares.get<{ rows: RunRow[] }>(
    `/api/finance/subsidy-runs?month=${month}&county=${county}`,
  );
  const [run] = rows;
  if (!run) return;
  const path = `/api/finance/subsidy-runs/${run.id}`;
  await hands.computes.post(`${path}/lock-attendance`);
  await hands.computes.post(`${path}/calculate`);
  const { units } = await hands.approves.get<RunView>(path);
  if (units.missing.length > 0) {
    await world.mustRefuse('subsidy-run.attendance-missing', hands.approves, (client) =>
      client.post(`${path}/approve`),
    );
    await hands.approves.post(`${path}/approve`, { overrideReason: '单位联系人出差，经电话核实全员在岗' });
  } else {
    await hands.approves.post(`${path}/approve`);
  }
  await hands.releases.post(`${path}/release`);
  await sendBatch(world, { county, month, day, isFirst: true }, hands);
}

interface Sending {
  readonly county: number;
  readonly month: string;
  readonly day: string;
  /** In the first batch things go wrong; what is sent again arrives. */
  readonly isFirst: boolean;
}

/** One batch from its preparation to the first answer of the bank. */
async function sendBatch(world: World, sending: Sending, hands: Hands): Promise<void> {
  const { county, month, day, isFirst } = sending;
  let prepared: PreparedBatch;
  try {
    prepared = await hands.prepares.post('/api/finance/batches', { county, month, profile: 'neutral' });
  } catch (error) {
    if (error instanceof Problem && error.code === 'batch.nothing-to-pay') return;
    throw error;
  }
  const path = `/api/finance/batches/${prepared.batch.id}`;
  await hands.releases.post(`${path}/release`);
  await hands.prepares.post(`${path}/export`);
  const file = readPaymentFile(await hands.prepares.text(`${path}/file`));
  const verdict = isFirst ? await verdictsOf(world, county, month, hands) : () => accepted;
  const answers = file.rows.map((row) => ({ row, verdict: verdict(row.reference) }));
  await takeIn(hands, prepared.batch, `${file.batch}-1.csv`, returnFile(file.batch, day, answers));
  const later = answers.filter((answer) => answer.verdict.status === 'P');
  if (isFirst) world.unanswered.push({ county, batch: prepared.batch, answers, later });
}

const accepted: Verdict = { status: 'S', reason: '' };

/** Most are paid at once; some accounts are wrong; some answers take a day or two. */
async function verdictsOf(
  world: World,
  county: number,
  month: string,
  { prepares }: Hands,
): Promise<(reference: string) => Verdict> {
  const lines = await prepares.all<PaymentLineRow>(`/api/finance/payments?county=${county}&month=${month}`);
  const indexes = new Map(lines.map(({ reference, number }) => [reference, world.personNumbered(number).person.index]));
  return (reference) => {
    const draw = world.chance('bank', indexes.get(reference) ?? -1, month).next();
    if (draw < 0.012) return { status: 'F', reason: '账号户名不符' };
    if (draw < 0.03) return { status: 'P', reason: '' };
    return accepted;
  };
}

async function takeIn({ prepares }: Hands, batch: BatchView, name: string, text: string): Promise<void> {
  await prepares.post(`/api/finance/batches/${batch.id}/returns`, {
    ...{ name, content: Buffer.from(text).toString('base64') },
  });
}

/** Two days later: what was in process arrives, a few payments come back, and one file comes twice. */
export async function answerLate(world: World, month: string, day: string): Promise<void> {
  await forEach(world.unanswered.splice(0), 6, async ({ county, batch, answers, later }) => {
    const hands = await handsOf(world, county);
    const back = answers.filter(
      ({ row, verdict }) => verdict.status === 'S' && world.chance('came back', row.account, month).happens(0.006),
    );
    const all = [
      ...later.map(({ row }) => ({ row, verdict: accepted })),
      ...back.map(({ row }) => ({ row, verdict: { status: 'R' as const, reason: '账户已注销，退汇' } })),
    ];
    if (all.length === 0) return;
    const text = returnFile(batch.number, day, all);
    await takeIn(hands, batch, `${batch.number}-2.csv`, text);
    if (county === world.counties[0]) await takeIn(hands, batch, `${batch.number}-2.csv`, text);
  });
  await quiet(world);
}

/** What came back is paid again; exceptions are settled by two people; then the month closes. */
export async function closeAll(world: World, month: string, day: string): Promise<number> {
  let closed = 0;
  await forEach(world.counties, 6, async (county) => {
    const hands = await handsOf(world, county);
    await sendBatch(world, { county, month, day, isFirst: false }, hands);
    await settle(hands, county, month);
    try {
      const proposal = { month, county };
      const { closeId } = await hands.prepares.post<OfficeMonthView>('/api/finance/month-closes', proposal);
      await hands.releases.post(`/api/finance/month-closes/${closeId}/confirm`);
      closed += 1;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'month.not-closable') throw error;
      world.met(`${error.code} (${month})`);
    }
  });
  await quiet(world);
  return closed;
}

/** Exceptions with a reason: one says how they were settled, another agrees. */
async function settle({ prepares, releases }: Hands, county: number, month: string): Promise<void> {
  const open = await prepares.all<ExceptionView>(`/api/finance/exceptions?county=${county}&month=${month}&state=open`);
  if (open.length === 0) return;
  const ids = open.map(({ id }) => id);
  await prepares.post('/api/finance/exceptions/bulk-settle', { ids, reason: '已核实，资料补齐后在下月补发' });
  await releases.post('/api/finance/exceptions/bulk-confirm', { ids });
}
