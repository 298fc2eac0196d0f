import { useLayoutEffect, useRef, useState } from 'react';

const storedAs = 'xibu.shortcuts';

type Keys = Readonly<Record<string, () => void>>;

/** Whether shortcuts are on, on this device. */
export function useShortcutSwitch() {
  const [on, setOn] = useState(() => localStorage.getItem(storedAs) !== 'off');
  const turn = () => {
    localStorage.setItem(storedAs, on ? 'off' : 'on');
    setOn(!on);
  };
  return { on, turn };
}

/**
 * Single letters as shortcuts. They can be turned off, and rest while somebody writes or a dialog is open (WCAG 2.1.4):
 * whoever steers by voice would otherwise decide by talking. They hold from the moment their buttons are in sight.
 */
export function useShortcuts(on: boolean, keys: Keys): void {
  const latest = useRef<Keys>(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target)) return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on]);
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
