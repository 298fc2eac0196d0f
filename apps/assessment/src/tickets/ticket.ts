import type { LegalDate } from '@xibu/domain';
import type { TicketStatus, TicketTopic } from '@xibu/domain/assessment/api';

/** 首问责任: whoever took the matter first owns it until a named person has accepted it. */
export interface Ticket {
  readonly id: string;
  readonly account: string;
  /** The name is not shown to offices (abuse, harassment). */
  readonly anonymous: boolean;
  readonly county: number | null;
  readonly topic: TicketTopic;
  readonly status: TicketStatus;
  /** Account of the owner; null until somebody takes it. */
  readonly owner: string | null;
  readonly offeredTo: string | null;
  readonly text: string;
  readonly answer: string | null;
  readonly rating: number | null;
  readonly steps: readonly { readonly at: string; readonly by: string; readonly text: string }[];
  readonly dueOn: LegalDate;
  readonly at: Date;
}
