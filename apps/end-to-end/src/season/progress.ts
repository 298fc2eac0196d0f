/** One line of progress: real time since the start, and what happened. */
export class Progress {
  private readonly began = performance.now();
  private lastMs = this.began;
  readonly stages: { readonly stage: string; readonly seconds: number }[] = [];

  say(text: string): void {
    process.stdout.write(`${this.seconds().toFixed(1).padStart(7)} s  ${text}\n`);
  }

  /** Closes a stage: its own time goes into the last table. */
  done(stage: string): void {
    const now = performance.now();
    this.stages.push({ stage, seconds: (now - this.lastMs) / 1000 });
    this.lastMs = now;
  }

  seconds(): number {
    return (performance.now() - this.began) / 1000;
  }
}
