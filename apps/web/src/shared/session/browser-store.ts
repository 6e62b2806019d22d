/** Beyond the tab, or as long as it is open. */
type Store = 'localStorage' | 'sessionStorage';

/** What the browser keeps, where it allows that; a private window works without. */
export function recall(key: string, store: Store = 'localStorage'): string | undefined {
  try {
    return globalThis[store].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string | undefined, store: Store = 'localStorage'): void {
  try {
    if (value === undefined) globalThis[store].removeItem(key);
    else globalThis[store].setItem(key, value);
  } catch {
    // Nothing can be kept here; the page still works.
  }
}
