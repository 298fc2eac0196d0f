import pg from 'pg';

/** Statements of one connection that PostgreSQL keeps, and texts that are remembered until they come again. */
const keptMost = 500;

/** What `pg` and TypeORM ask with: a text and its values, or anything else that `pg` takes. */
type Asked = readonly unknown[];

/**
 * A connection that saves what costs most of our statements more than their work: the way there and back, and planning
 * under row-level security.
 *
 * A statement that comes again is prepared from its second time on. A statement that is sent `later` waits for the next
 * one and travels with it; when it fails, so does the one it travelled with. The start of a transaction always does so.
 */
export class PreparedClient extends pg.Client {
  private readonly askedOnce = new Set<string>();
  private readonly names = new Map<string, string>();
  private waiting: Asked[] = [];

  constructor(config: pg.ClientConfig) {
    super({ ...config, pipeline: true });
    // What is asked on a broken connection fails, and the pool lets it go. The event says it once more, sometimes when
    // pool and ORM have both stopped listening; unheard it would end the process.
    this.on('error', () => undefined);
  }

  /** For a statement whose answer nobody needs. */
  later(text: string, values?: readonly unknown[]): void {
    this.waiting.push([text, values]);
  }

  // The overloads of `pg` for callbacks and cursors are passed on; TypeORM and we await the answer to a text.
  override query(...asked: unknown[]): never {
    if (asked[0] === 'START TRANSACTION') {
      this.later(asked[0]);
      return Promise.resolve({ command: 'START', rows: [] }) as never;
    }
    if (this.waiting.length === 0) return this.send(asked);
    const statements = [...this.waiting, asked];
    this.waiting = [];
    return this.together(statements) as never;
  }

  /** In one packet; the answer is that of the last. */
  private together(statements: readonly Asked[]): Promise<unknown> {
    const { stream } = this.connection;
    stream.cork();
    const answers = Promise.all(statements.map((asked) => this.send(asked)));
    stream.uncork();
    return answers.then((all) => all.at(-1));
  }

  private send(asked: Asked): never {
    const [text, values] = asked;
    const isPlain = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    const named = isPlain ? [{ name: this.nameOf(text), text, values }, ...asked.slice(2)] : asked;
    return (super.query as (...asked: unknown[]) => never).apply(this, [...named]);
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known || this.names.size >= keptMost) return known;
    if (!this.askedOnce.delete(text)) {
      if (this.askedOnce.size >= keptMost) this.askedOnce.clear();
      this.askedOnce.add(text);
      return undefined;
    }
    const name = `kept ${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
