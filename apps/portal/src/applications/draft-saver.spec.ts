import { expect, test } from '@jest/globals';
import type { ApplicationView, SaveDraftRequest } from '@xibu/domain/recruitment/api';
import { emptyProblem, ProblemError } from '../api/problem.js';
import type { FieldValues } from '../ui/fields.js';
import { DraftSaver } from './draft-saver.js';

const record: ApplicationView = {
  ...{
    id: 'a1',
    season: '2023-2024',
    number: null,
    status: 'draft',
    form: { name: '白音那' },
    checks: [],
    reviews: [],
  },
  ...{ confirmation: null, receipt: null, submittedAt: null, updatedAt: '2023-05-11T12:03:00+08:00', version: 1 },
};

/** A service in memory, and a clock that only moves when told. */
class Desk {
  readonly saver: DraftSaver;
  record = record;
  kept: Readonly<Record<string, unknown>> | null = null;
  readonly sent: SaveDraftRequest[] = [];
  readonly answers: (ProblemError | null)[] = [];
  readonly waiting: { work: () => void; ms: number }[] = [];

  constructor(kept: FieldValues = {}) {
    this.saver = new DraftSaver(
      record,
      {
        put: async (body, version) => {
          this.sent.push(body);
          const no = this.answers.shift();
          if (no) throw no;
          if (version !== this.record.version) throw problem(412, 'version.stale');
          this.record = { ...this.record, form: { ...this.record.form, ...body }, version: version + 1 };
          return this.record;
        },
        reread: async () => this.record,
        isSendable: (_, value) => value !== 'malformed',
        keep: (unsaved) => {
          this.kept = unsaved;
        },
        chance: () => 0,
        later: (work, ms) => {
          const entry = { work, ms };
          this.waiting.splice(0, this.waiting.length, entry);
          return () => this.waiting.splice(0, this.waiting.length);
        },
      },
      { name: '建议', email: 'a@example.com' },
      kept,
    );
  }

  /** Lets the time come for which the saver waits, and returns how long that was. */
  async pass(): Promise<number> {
    const [entry] = this.waiting.splice(0);
    entry?.work();
    await this.saver.flush();
    return entry?.ms ?? 0;
  }
}

function problem(status: number, code: string, pointer?: string): ProblemError {
  const errors = pointer ? [{ pointer, detail: '格式不正确' }] : [];
  return new ProblemError({ ...emptyProblem(status, code), detail: '不行', errors });
}

test('only what changed is sent, with the version that was seen', async () => {
  const desk = new Desk();
  desk.saver.change({ skills: '马头琴' });
  expect(desk.saver.snapshot().state.kind).toBe('changed');
  await desk.pass();
  expect(desk.sent).toEqual([{ skills: '马头琴', email: 'a@example.com' }]);
  expect(desk.saver.snapshot().state).toEqual({ kind: 'saved', at: record.updatedAt });
});

test('what the service holds wins over a suggestion', () => {
  expect(new Desk().saver.snapshot().values['name']).toBe('白音那');
});

test('a malformed field stays in the page and counts as unsaved', async () => {
  const desk = new Desk();
  desk.saver.change({ mobile: 'malformed', skills: '马头琴' });
  await desk.pass();
  expect(desk.sent[0]).not.toHaveProperty('mobile');
  expect(desk.saver.hasUnsaved()).toBe(true);
  expect(desk.saver.snapshot().values['mobile']).toBe('malformed');
});

test('without an answer it is tried again, later each time', async () => {
  const desk = new Desk();
  desk.answers.push(problem(0, 'offline'), problem(503, 'service.unavailable'));
  desk.saver.change({ skills: '马头琴' });
  expect(await desk.saver.flush()).toBe(false);
  expect(desk.saver.snapshot().state.kind).toBe('waiting');
  expect(desk.waiting[0]?.ms).toBe(3_000);
  desk.waiting.splice(0)[0]?.work();
  expect(await desk.saver.flush()).toBe(true);
  expect(desk.saver.hasUnsaved()).toBe(false);
});

test('a refused field is named and not sent again until it changes', async () => {
  const desk = new Desk();
  desk.answers.push(problem(422, 'application.identity-number-invalid', '/identityNumber'));
  desk.saver.change({ identityNumber: '152201200001010011', skills: '马头琴' });
  await desk.saver.flush();
  expect(desk.saver.snapshot().refused).toEqual({ identityNumber: '格式不正确' });
  await desk.pass();
  expect(desk.sent[1]).toEqual({ skills: '马头琴', email: 'a@example.com' });
  desk.saver.change({ identityNumber: '152201200001010038' });
  expect(desk.saver.snapshot().refused).toEqual({});
  await desk.pass();
  expect(desk.sent[2]).toEqual({ identityNumber: '152201200001010038' });
});

test('a change in another window comes in under the changes of this one', async () => {
  const desk = new Desk();
  desk.record = { ...record, form: { name: '白音那', skills: '摔跤', awards: '奖学金' }, version: 7 };
  desk.saver.change({ skills: '马头琴' });
  await desk.pass();
  await desk.pass();
  expect(desk.record.form).toMatchObject({ skills: '马头琴', awards: '奖学金' });
  expect(desk.saver.snapshot().values['awards']).toBe('奖学金');
});

test('a cleared field is sent as cleared', async () => {
  const desk = new Desk();
  desk.saver.change({ name: undefined });
  await desk.pass();
  expect(desk.sent[0]).toHaveProperty('name', null);
});

test('after a no to the whole nothing more is sent and nothing holds the page', async () => {
  const desk = new Desk();
  desk.answers.push(problem(409, 'application.wrong-step'));
  desk.saver.change({ skills: '马头琴' });
  await desk.pass();
  expect(desk.saver.snapshot().state).toEqual({ kind: 'closed', detail: '不行' });
  desk.saver.change({ skills: '摔跤' });
  expect(desk.saver.hasUnsaved()).toBe(false);
  expect(desk.sent).toHaveLength(1);
});

test('what is not saved is kept in the browser, also what is malformed, and dropped when the service has it', async () => {
  const desk = new Desk();
  desk.answers.push(problem(503, 'service.busy'));
  desk.saver.change({ skills: '马头琴', mobile: 'malformed', awards: undefined });
  expect(desk.kept).toEqual({ skills: '马头琴', mobile: 'malformed' });
  await desk.saver.flush();
  expect(desk.kept).toEqual({ skills: '马头琴', mobile: 'malformed' });
  await desk.pass();
  expect(desk.kept).toEqual({ mobile: 'malformed' });
  desk.saver.change({ mobile: '13900004821' });
  await desk.pass();
  expect(desk.kept).toBeNull();
});

test('what was kept goes before what the service has, and is saved when the page is open again', async () => {
  const desk = new Desk({ skills: '摔跤', name: undefined });
  expect(desk.saver.snapshot()).toMatchObject({ values: { skills: '摔跤' }, state: { kind: 'changed' } });
  desk.saver.resume();
  await desk.pass();
  expect(desk.sent).toEqual([{ skills: '摔跤', name: null, email: 'a@example.com' }]);
  expect(desk.kept).toBeNull();
});

test('a busy service says when it is asked again', async () => {
  const desk = new Desk();
  desk.answers.push(new ProblemError({ ...emptyProblem(503, 'service.busy'), retryAfterSeconds: 7 }));
  desk.saver.change({ skills: '马头琴' });
  await desk.saver.flush();
  expect(desk.waiting[0]?.ms).toBe(7_000);
});

test('a form that is submitted leaves nothing in the browser', () => {
  const desk = new Desk();
  desk.saver.change({ skills: '马头琴' });
  desk.saver.finish();
  expect(desk.kept).toBeNull();
});
