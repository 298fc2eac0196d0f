import { useState } from 'react';
import { useActionKey } from '../api/action-key.js';
import { type ProblemContent, problemOf } from '../api/problem.js';
import { useText } from '../language/language.js';
import { fieldText } from './field.text.js';
import { type FieldSpec, type FieldValues, faultOf, malformed, tidied } from './fields.js';
import type { Fault } from './ProblemSummary.js';
import { fieldId } from './SpecField.js';
import { useSayProblem } from './useSayProblem.js';

type Errors = Readonly<Record<string, string>>;

/** What a form is drawn from. */
export type OpenForm = ReturnType<typeof useForm>;

/**
 * One opened form: its values, what is wrong with them, and one action that is sent at most once at a time.
 * `id` stands before the ids of its fields.
 */
export function useForm(id: string, fields: readonly FieldSpec[], initial: FieldValues = {}) {
  const t = useText(fieldText);
  const say = useSayProblem();
  const actionKey = useActionKey();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Errors>({});
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const change = (changed: FieldValues) => {
    setValues((before) => ({ ...before, ...changed }));
    setErrors((before) => without(before, Object.keys(changed)));
  };
  const leave = (spec: FieldSpec) => {
    const fault = malformed(spec, values[spec.key], t);
    if (fault) setErrors((before) => ({ ...before, [spec.key]: fault }));
  };
  const show = (found: Errors, elsewhere: readonly string[] = []) => {
    setErrors(found);
    const first = fieldId(id, fields[0]?.key ?? '');
    setFaults([
      ...Object.entries(found).map(([key, text]) => ({ target: fieldId(id, key), text })),
      ...elsewhere.map((text) => ({ target: first, text })),
    ]);
  };
  /** Checks, sends, and turns a "no" into errors at its fields. The answer when it was done, else null. */
  const submit = async <Answer>(send: Send<Answer>): Promise<{ readonly answer: Answer } | null> => {
    if (busy) return null;
    const found = Object.fromEntries(fields.flatMap((spec) => pair(spec.key, faultOf(spec, values[spec.key], t))));
    show(found);
    if (Object.keys(found).length > 0) return null;
    setBusy(true);
    try {
      const answer = await send(tidied(fields, values), (body) => actionKey.for(body));
      actionKey.done();
      return { answer };
    } catch (error) {
      const { byField, rest } = divide(problemOf(error), fields, say(error));
      show(byField, rest);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { id, fields, values, errors, faults, busy, change, leave, submit };
}

/** Sends what was filled in; `keyFor` gives the Idempotency-Key of a body. */
export type Send<Answer> = (values: FieldValues, keyFor: (body: unknown) => string) => Promise<Answer>;

/** A "no" that names fields of this form belongs to them; everything else stands on top. */
export function divide(
  problem: ProblemContent,
  fields: readonly FieldSpec[],
  whole: string,
): { readonly byField: Errors; readonly rest: readonly string[] } {
  const keyOf = (pointer: string) =>
    fields.find(({ key }) => pointer === `/${key}` || pointer.startsWith(`/${key}/`))?.key;
  const named = problem.errors.map(({ pointer, detail }) => ({ key: keyOf(pointer), detail }));
  const byField = Object.fromEntries(named.flatMap(({ key, detail }) => (key ? pair(key, detail) : [])));
  const rest = named.filter(({ key }) => !key).map(({ detail }) => detail);
  if (Object.keys(byField).length > 0 || rest.length > 0) return { byField, rest };
  return { byField, rest: [whole] };
}

function pair(key: string, text: string | null): readonly (readonly [string, string])[] {
  return text ? [[key, text]] : [];
}

function without(errors: Errors, keys: readonly string[]): Errors {
  return Object.fromEntries(Object.entries(errors).filter(([key]) => !keys.includes(key)));
}
