import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface MenuProps {
  /** What the button says. */
  readonly label: ReactNode;
  /** List items with one link or button each. */
  readonly children: ReactNode;
  /** For choices of which one makes several. */
  readonly staysOpen?: boolean;
}

/** A button that shows a few links: a disclosure, not an application menu, so that Tab works as everywhere. */
export function Menu({ label, children, staysOpen = false }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);
  return (
    <div
      className="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        menu.current?.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        className="button link"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
        <span className="caret" aria-hidden="true" />
      </button>
      {open && (
        <ul className="list" id={id} onClick={() => setOpen(staysOpen)}>
          {children}
        </ul>
      )}
    </div>
  );
}
