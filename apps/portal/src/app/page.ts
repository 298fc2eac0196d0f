import type { Permission } from '@xibu/domain/access';
import type { ComponentType } from 'react';

/** One address and the page behind it, loaded when somebody goes there. */
export interface Page {
  readonly path: string;
  /** Who may see it: nothing said is everybody, `signed-in` is anybody with an account. */
  readonly needs?: Permission | 'signed-in';
  load(): Promise<ComponentType>;
  /** What of it is true for everybody, until one knows who is asking; without it that is a heading. */
  outline?(): Promise<ComponentType>;
}

/** The pages of one noun: for people in the phone frame, for offices at the desk (under /office). */
export interface PageGroup {
  readonly people?: readonly Page[];
  readonly offices?: readonly Page[];
}
