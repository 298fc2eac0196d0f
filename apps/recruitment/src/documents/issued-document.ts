import type { Application } from '../applications/application.js';

export type DocumentKind = 'registration-form' | 'confirmation-notice';

/** The public trace of a printed document: masked, so that anybody who holds the paper can compare it. */
export interface IssuedDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly accountId: string;
  readonly division: number;
  readonly university: string | null;
  /** Masked name. */
  readonly holder: string;
  /** Over what the document says; another one than the record's means that the record changed since. */
  readonly digest: string;
  /** YYYY-MM-DD */
  readonly issuedOn: string;
  /** When it lost its force. */
  readonly voidSince: Date | null;
}

/** What the register holds of an application's document. */
export function documentOf(
  { accountId, division, university }: Application,
  issued: Pick<IssuedDocument, 'kind' | 'number' | 'holder' | 'digest' | 'issuedOn'>,
): IssuedDocument {
  return { ...issued, accountId, division, university, voidSince: null };
}
