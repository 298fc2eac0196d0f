/** A fault put into a copy of our own code on purpose, and the spec that must notice it. */
export interface Mutant {
  /** What goes wrong with it. */
  readonly name: string;
  /** Path from the root; `find` stands in it once. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** The spec of the same workspace that must fail. */
  readonly spec: string;
}

const messaging = 'packages/messaging/src';
const platform = 'packages/platform/src';
const recruitment = 'apps/recruitment/src';
const finance = 'apps/finance/src';
const placement = 'apps/placement/src';

export const mutants: readonly Mutant[] = [
  {
    name: 'the relay reads past writers that are still at work',
    file: `${messaging}/outbox.ts`,
    find: ' and o.xid < pg_snapshot_xmin(pg_current_snapshot())',
    replace: '',
    spec: 'outbox.spec',
  },
  {
    name: 'the cursor is moved before the bus has acknowledged',
    file: `${messaging}/relay.ts`,
    find: `    await this.options.publisher.publish(rows.map((row) => toMessage(row, this.options.service)));
    if (!(await moveCursor(query, from, batch.end))) throw new Error('another relay has moved the cursor');`,
    replace: `    if (!(await moveCursor(query, from, batch.end))) throw new Error('another relay has moved the cursor');
    await this.options.publisher.publish(rows.map((row) => toMessage(row, this.options.service)));`,
    spec: 'relay.spec',
  },
  {
    name: 'a fact recorded while the relay takes the lead is taken for one of a restored database',
    file: `${messaging}/schema.ts`,
    find: `  select exists (select from outbox_cursor where xid >= pg_snapshot_xmax(pg_current_snapshot()))
      or exists (select from outbox where xid >= pg_snapshot_xmax(pg_current_snapshot())) into _restored;`,
    replace: `  _xmax := pg_snapshot_xmax(pg_current_snapshot());
  select exists (select from outbox_cursor where xid >= _xmax)
      or exists (select from outbox where xid >= _xmax) into _restored;`,
    spec: 'outbox.spec',
  },
  {
    name: 'one send for all partitions',
    file: `${messaging}/kafka/kafka-publisher.ts`,
    find: 'lanes.set(`${topic}/${partition}`, { topic, partition, messages: [message] });',
    replace: 'lanes.set(topic, { topic, partition, messages: [message] });',
    spec: 'kafka-publisher.spec',
  },
  {
    name: 'an acknowledgement with an error counts as one',
    file: `${messaging}/kafka/kafka-publisher.ts`,
    find: ' && answer.errorCode === 0',
    replace: '',
    spec: 'kafka-publisher.spec',
  },
  {
    name: 'the inbox row is written in a transaction of its own',
    file: `${messaging}/digestion.ts`,
    find: 'await admitAll(tx, this.options.consumer, lanes);',
    replace: 'await this.options.transactions((other) => admitAll(other, this.options.consumer, lanes));',
    spec: 'embedded-bus.spec',
  },
  {
    name: 'a fact that fails is believed to have been heard with its neighbours',
    file: `${messaging}/digestion.ts`,
    find: 'throw place === null ? error : new AtFault(place, error);',
    replace: "return group.map(() => 'new');",
    spec: 'embedded-bus.spec',
  },
  {
    name: 'the neighbours of a fact that fails are forgotten',
    file: `${messaging}/group-commit.ts`,
    find: 'await this.settle(group.slice(error.place + 1));',
    replace: '',
    spec: 'group-commit.spec',
  },
  {
    name: 'progress is committed over what is not settled',
    file: `${messaging}/partition-work.ts`,
    find: '      if (!entry.settled) break;\n',
    replace: '',
    spec: 'partition-work.spec',
  },
  {
    name: 'a parked key does not hold back its successors',
    file: `${messaging}/schema.ts`,
    find: "return 'blocked';",
    replace: 'null;',
    spec: 'embedded-bus.spec',
  },
  {
    name: 'a scope outlives its transaction',
    file: `${platform}/database.ts`,
    find: `set_config('xibu.division_from', $2, true),
            set_config('xibu.division_to', $3, true)`,
    replace: `set_config('xibu.division_from', $2, false),
            set_config('xibu.division_to', $3, false)`,
    spec: 'database.spec',
  },
  {
    name: 'an idempotency key is ignored',
    file: `${platform}/database.ts`,
    find: 'if (!request.idempotency) return work(tx);',
    replace: 'if (!request.idempotency || request.idempotency) return work(tx);',
    spec: 'database.spec',
  },
  {
    name: 'a key answers for another content',
    file: `${platform}/idempotency.ts`,
    find: "if (kept?.digest !== digest) throw new Refusal('idempotency.key-reused');",
    replace: '',
    spec: 'database.spec',
  },
  {
    name: 'a commit succeeds though what travelled with it failed',
    file: `${platform}/prepared-client.ts`,
    find: 'return answers.then((all) => all.at(-1));',
    replace: 'return answers.then((all) => all.at(-1), () => ({ command: "COMMIT", rows: [] }));',
    spec: 'prepared-client.spec',
  },
  {
    name: 'a link of the audit chain is not checked',
    file: `${platform}/audit/audit-chain.ts`,
    find: "return link(before, row.content) === row.hash ? null : 'its entry or hash was changed';",
    replace: 'return null;',
    spec: 'audit-chain.spec',
  },
  {
    name: 'a token is believed after its end',
    file: `${platform}/http/tokens.ts`,
    find: 'if (known && known.endsAt > Date.now() / 1000) return known.actor;',
    replace: 'if (known) return known.actor;',
    spec: 'tokens.spec',
  },
  {
    name: 'a deadline is compared in UTC',
    file: `${platform}/seasons/season-copy.ts`,
    find: 'if (now >= closesAt) throw',
    replace: 'if (now.getTime() - 8 * 3_600_000 >= closesAt.getTime()) throw',
    spec: 'season-copy.spec',
  },
  {
    name: 'anybody may submit the form of anybody',
    file: `${recruitment}/applications/submit-applications.ts`,
    find: "if (draft?.accountId !== actor.account) throw new Refusal('record.unknown');",
    replace: "if (!draft) throw new Refusal('record.unknown');",
    spec: 'submit-applications.spec',
  },
  {
    // A form that is refused is kept from its neighbours twice, by its own step and by this; the first alone shows nowhere.
    name: 'one bad item takes its whole batch with it',
    file: `${platform}/batches/batcher.ts`,
    find: 'if (batch.length === 1 || !this.work.mayBeOfOne(error)) {',
    replace: 'if (batch.length > 0) {',
    spec: 'batcher.spec',
  },
  {
    name: 'a quota holds one more than its maximum',
    file: `${placement}/matching/match.rules.ts`,
    find: 'this.heldBelow[node] === this.round.nodes.max[node]',
    replace: '(this.heldBelow[node] as number) > (this.round.nodes.max[node] as number)',
    spec: 'match.rules.spec',
  },
  {
    name: 'the lottery does not break ties',
    file: `${placement}/matching/keys.rules.ts`,
    find: '  for (let unit = 1; unit < 2 ** 32; unit *= radix) digits.push(digitOf(high, unit, radix));\n',
    replace: '',
    spec: 'keys.rules.spec',
  },
  {
    name: 'one person is paid twice in a batch',
    file: `${finance}/batches/batch.rules.ts`,
    find: "return isSecond ? 'second-of-person' : null;",
    replace: 'return null;',
    spec: 'batch.rules.spec',
  },
  {
    name: 'one person does both steps of four eyes',
    file: `${finance}/offices/signature.ts`,
    find: "throw new Refusal('four-eyes.same-person');",
    replace: 'return;',
    spec: 'subsidy-run.rules.spec',
  },
  {
    name: 'half a fen is rounded down',
    file: `${finance}/subsidy-runs/exact.rules.ts`,
    find: 'const twice = 2n * (numerator < 0n ? -numerator : numerator) + denominator;',
    replace: 'const twice = 2n * (numerator < 0n ? -numerator : numerator) + denominator - 1n;',
    spec: 'exact.rules.spec',
  },
  {
    name: 'one more than a fifth is excellent',
    file: 'apps/assessment/src/grades/assessment.rules.ts',
    find: 'if (excellent > max) {',
    replace: 'if (excellent > max + 1) {',
    spec: 'grades.spec',
  },
  {
    name: 'a schedule from which the database goes away has failed',
    file: `${platform}/schedules/ticker.ts`,
    find: `      if (isOutage(error)) {
        await this.giveBack(name, due);
        throw error;
      }
`,
    replace: '',
    spec: 'ticker.spec',
  },
  {
    name: 'a tick counts as run before it was claimed',
    file: `${platform}/schedules/ticker.ts`,
    find: `    for (const { at, named } of due) await this.runOnce(named, at);
    for (const { name } of this.schedules) this.since.set(name, now);`,
    replace: `    for (const { name } of this.schedules) this.since.set(name, now);
    for (const { at, named } of due) await this.runOnce(named, at);`,
    spec: 'ticker.spec',
  },
  {
    name: 'a round from which the database goes away is broken off',
    file: `${placement}/rounds/round-runner.ts`,
    find: '      if (isOutage(error)) throw error;\n',
    replace: '',
    spec: 'rounds.spec',
  },
  {
    name: 'a calculation that was begun anew meanwhile is ended half done',
    file: `${finance}/subsidy-runs/calculate-subsidy-run.ts`,
    find: '  if (isLeft) return frame.chunks;\n',
    replace: '',
    spec: 'calculate-subsidy-run.spec',
  },
  {
    name: 'a calculation that somebody else has finished is finished again',
    file: `${finance}/subsidy-runs/calculate-subsidy-run.ts`,
    find: "        if (run.status === 'calculated') return viewOfRun(tx, run);\n",
    replace: '',
    spec: 'calculate-subsidy-run.spec',
  },
];
