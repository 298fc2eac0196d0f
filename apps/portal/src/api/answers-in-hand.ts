const most = 50;

interface Held {
  readonly etag: string;
  readonly answer: unknown;
}

/**
 * One's own answers as long as the page is open, so that asking again costs a word when nothing has changed. They are
 * never written to a disk, which the gateway forbids for them; what is for everybody the browser keeps by itself.
 */
export class AnswersInHand {
  private readonly held = new Map<string, Held>();

  of(path: string): Held | undefined {
    return this.held.get(path);
  }

  take(path: string, headers: Headers, answer: unknown): void {
    const etag = headers.get('etag');
    const isOwn = headers.get('cache-control')?.includes('private') ?? false;
    this.held.delete(path);
    if (etag === null || !isOwn) return;
    this.held.set(path, { etag, answer });
    const [oldest] = this.held.keys();
    if (this.held.size > most && oldest !== undefined) this.held.delete(oldest);
  }

  clear(): void {
    this.held.clear();
  }
}
