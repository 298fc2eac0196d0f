const prefix = 'xibu.own.';

/**
 * What this browser keeps of one person beyond a reload, until the services have it. Signing out forgets all of it: the
 * computer may be one that others use too.
 */
export function keepOwn(name: string, value: unknown): void {
  localStorage.setItem(prefix + name, JSON.stringify(value));
}

/** What was kept under this name; null when there is nothing, or nothing that can be read. */
export function ownKept(name: string): unknown {
  const text = localStorage.getItem(prefix + name);
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

export function dropOwn(name: string): void {
  localStorage.removeItem(prefix + name);
}

export function forgetOwn(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
}
