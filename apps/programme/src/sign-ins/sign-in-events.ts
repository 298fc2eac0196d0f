import { newId, type Tx } from '@xibu/platform';

export type SignInEventKind =
  | 'signed-in'
  | 'wrong-password'
  | 'wrong-code'
  | 'locked'
  | 'signed-out'
  | 'session-ended'
  | 'password-changed'
  | 'password-reset'
  | 'second-factor-confirmed'
  | 'second-factor-removed'
  | 'second-factor-reset';

/** Where a request came from, for the person to recognise it. */
export interface Origin {
  readonly address: string | null;
  readonly device: string | null;
}

export interface SignInEvent extends Partial<Origin> {
  readonly kind: SignInEventKind;
  /** Null where the name given belongs to nobody. */
  readonly accountId: string | null;
  /** Keyed index of the name given; the name itself may be a password typed into the wrong field. */
  readonly nameIndex?: string;
  /** The account of an office that did it for the person. */
  readonly by?: string;
  readonly reason?: string;
}

/** Every attempt and every change of what opens an account; the audit trail chains it. `now` is real time. */
export async function noteEvent(tx: Tx, event: SignInEvent, now: Date): Promise<void> {
  await tx.query(
    `insert into sign_in_event (id, account_id, name_index, kind, at, by_account, reason, address, device)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[newId(now), event.accountId, event.nameIndex ?? null, event.kind, now, event.by ?? null],
      ...[event.reason ?? null, event.address ?? null, event.device ?? null],
    ],
  );
}
