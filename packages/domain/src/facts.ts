/**
 * Something that happened, told to whoever wants to know. `type` is `service.aggregate.past-tense.vN`; the topic is the
 * first two parts; the key is the id of the aggregate, so that the facts of one aggregate keep their order.
 */
export interface Fact<Data = unknown> {
  readonly type: string;
  readonly key: string;
  readonly data: Data;
}

/** A fact as it reaches a consumer: with the identity and the history that the outbox gave it. */
export interface Received<Data = unknown> extends Fact<Data> {
  /** UUID; the same fact delivered twice has the same id. */
  readonly id: string;
  /** When it was decided, RFC 3339 with +08:00. */
  readonly at: string;
  /** Who decided: an account id, or the name of the service for the clock and for reactions. */
  readonly actor: string;
  /** One id for everything that follows from one request. */
  readonly correlation: string;
  /** The id of the fact that caused this one, if one did. */
  readonly causation: string | null;
}

/** The definition of a fact: call it to make one, name it to consume one. */
export interface FactDefinition<Data> {
  (key: string, data: Data): Fact<Data>;
  readonly type: string;
  readonly topic: string;
}

export type DataOf<Definition> = Definition extends FactDefinition<infer Data> ? Data : never;

/** What a reaction to this fact is handed. */
export type ReceivedOf<Definition> = Received<DataOf<Definition>>;

const catalogue = new Map<string, FactDefinition<never>>();

/** Defines a fact once; a second definition of the same type is an error of the programmer. */
export function fact<Data>(type: `${string}.${string}.${string}.v${number}`): FactDefinition<Data> {
  if (!/^[a-z]+\.[a-z-]+\.[a-z-]+\.v[1-9][0-9]*$/.test(type)) throw new Error(`not the name of a fact: ${type}`);
  if (catalogue.has(type)) throw new Error(`fact defined twice: ${type}`);
  const definition = Object.assign((key: string, data: Data): Fact<Data> => ({ type, key, data }), {
    type,
    topic: type.split('.').slice(0, 2).join('.'),
  });
  catalogue.set(type, definition as unknown as FactDefinition<never>);
  return definition;
}

/** Every fact defined in the modules that have been imported, by type. */
export function allFacts(): ReadonlyMap<string, FactDefinition<never>> {
  return catalogue;
}
