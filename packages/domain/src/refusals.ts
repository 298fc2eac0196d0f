/**
 * A "no" that is an answer: the request was understood and is not allowed, or makes no sense. Everything else that goes
 * wrong is a fault. A "no" that the programme keeps (not eligible, with reasons) is data, not a Refusal.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    /** Values for the text, and pointers to the fields concerned. Never another person's data. */
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

export interface RefusalDetails {
  /** JSON pointer of the field that the rule concerns, for instance `/identityNumber`. */
  readonly pointer?: string;
  /** The clause of the notice that says no. */
  readonly clause?: string;
  /** Words and numbers that the text quotes as `{name}`. */
  readonly [name: string]: string | number | undefined;
}

export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 422 | 428 | 429 | 503;
  readonly zh: string;
  readonly en: string;
}

/** The closed list: a code without its status and both texts does not compile. */
export const refusals = {
  'request.malformed': { status: 400, zh: '请求格式不正确：{what}', en: 'The request is malformed: {what}' },
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusals;
