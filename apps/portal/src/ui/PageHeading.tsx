import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

interface PageHeadingProps {
  /** Text of the tab and of the heading. */
  readonly title: string;
  /** Written in Chinese whatever the language of the page: a person, a place. */
  readonly isName?: boolean;
  /** Beside the heading: a state, a date. */
  readonly children?: ReactNode;
}

/** What the router calls the first page of a visit: moving focus there would only skip the head of the page. */
const firstPage = 'default';

/** The one h1 of a page. Coming from another page, focus goes here, so that a screen reader says where one is. */
export function PageHeading({ title, isName, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, hash } = useLocation();
  const arrived = useRef({ key, hash });
  useEffect(() => {
    const { key: first, hash: target } = arrived.current;
    if (first !== firstPage && target === '') heading.current?.focus({ preventScroll: true });
  }, []);
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
