import { useState } from 'react';

/**
 * The Idempotency-Key of one action: the same content keeps its key through double clicks and retries, a changed
 * content gets another (a service refuses one key for two contents), and `done` begins the next action.
 */
export class ActionKey {
  private content: string | null = null;
  private key = '';

  for(body: unknown): string {
    const content = JSON.stringify(body) ?? '';
    if (content !== this.content) {
      this.content = content;
      this.key = newKey();
    }
    return this.key;
  }

  done(): void {
    this.content = null;
  }
}

/** One action of one opened form. */
export function useActionKey(): ActionKey {
  return useState(() => new ActionKey())[0];
}

/** `crypto.randomUUID` is missing where a page is not served by https, which happens inside office networks. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
