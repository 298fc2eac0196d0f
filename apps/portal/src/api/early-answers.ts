/** Answers under way to questions that a page asked before its scripts were there, each by its address. */
export type Early = ReadonlyMap<string, Promise<Response>>;

declare global {
  /** Left by `ask-early.ts`; missing where that was slower than the portal itself. */
  var xibuEarly: Early | undefined;
}

/** Takes over what was asked early, each answer once: whoever asks again wants to know how it is now. */
export class EarlyAnswers {
  private readonly left: Map<string, Promise<Response>>;

  constructor(asked: Early | undefined = globalThis.xibuEarly) {
    this.left = new Map(asked);
  }

  take(method: string, path: string): Promise<Response> | undefined {
    const answer = method === 'GET' ? this.left.get(path) : undefined;
    this.left.delete(path);
    return answer;
  }

  clear(): void {
    this.left.clear();
  }
}
