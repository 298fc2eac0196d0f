/** A wait that ends early when somebody has news. News that comes while nobody waits ends the next wait at once. */
export class Waiting {
  private wake: (() => void) | null = null;
  private news = false;

  tell(): void {
    this.news = true;
    this.wake?.();
  }

  async upTo(milliseconds: number): Promise<void> {
    if (!this.news) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = null;
    }
    this.news = false;
  }
}
