/** A fact on its way to a bus: what every bus carries, whatever it is made of. */
export interface Message {
  readonly topic: string;
  /** Messages of one key arrive in the order in which they were published. */
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly value: string;
}

/** A message as a bus delivers it: with its place, and not yet believed to be readable. */
export interface Delivered {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
}
