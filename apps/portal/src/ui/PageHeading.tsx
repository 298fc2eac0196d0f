import { type ReactNode, useEffect, useRef } from 'react';
import { useNavigationType } from 'react-router';

interface PageHeadingProps {
  /** Text of the tab and of the heading. */
  readonly title: string;
  /** Written in Chinese whatever the language of the page: a person, a place. */
  readonly isName?: boolean;
  /** Beside the heading: a state, a date. */
  readonly children?: ReactNode;
}

/** Set after the first page is up: moving focus there would only skip the head of the page. */
let moved = false;

/** The one h1 of a page. Coming from another page, focus goes here, so that a screen reader says where one is. */
export function PageHeading({ title, isName, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const how = useNavigationType();
  useEffect(() => {
    if (moved && how !== 'REPLACE' && window.location.hash === '') heading.current?.focus({ preventScroll: true });
    moved = true;
  }, [how]);
  return (
    <div className="heading">
      <title>{title}</title>
      <h1 ref={heading} tabIndex={-1} lang={isName ? 'zh-CN' : undefined}>
        {title}
      </h1>
      {children}
    </div>
  );
}
