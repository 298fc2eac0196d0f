import { expect, test } from '@jest/globals';
import { ArrivalNotes } from './arrival-notes.js';

const answer = (status: number, note?: string) => ({
  ...{ status, ok: status < 300, headers: new Headers(note ? { 'arrival-note': note } : {}) },
});

function notes(): ArrivalNotes {
  const kept = new Map<string, string>();
  return new ArrivalNotes({
    keep: (name, note) => void kept.set(name, note),
    kept: (name) => kept.get(name),
    drop: (name) => void kept.delete(name),
  });
}

test('who was sent away with a note brings it along under the same key, and under no other', () => {
  const own = notes();
  own.take('key-1', answer(503, 'note-1'));
  expect(own.headersFor('key-1')).toEqual({ 'arrival-note': 'note-1' });
  expect(own.headersFor('key-2')).toEqual({});
  expect(own.headersFor(undefined)).toEqual({});
});

test('a note stays through whatever is no answer to the step, and goes when it is done', () => {
  const own = notes();
  own.take('key-1', answer(503, 'note-1'));
  own.take('key-1', answer(503));
  own.take('key-1', answer(401));
  own.take(undefined, answer(200));
  expect(own.headersFor('key-1')).toEqual({ 'arrival-note': 'note-1' });
  own.take('key-1', answer(200));
  expect(own.headersFor('key-1')).toEqual({});
});

test('only a 503 gives a note', () => {
  const own = notes();
  own.take('key-1', answer(409, 'note-1'));
  expect(own.headersFor('key-1')).toEqual({});
});
