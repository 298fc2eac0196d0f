/** What a person reads in the portal: newest first. */
export interface MessageView {
  readonly id: string;
  readonly template: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
  readonly readAt: string | null;
}

export const channels = ['in-app', 'email'] as const;
export type Channel = (typeof channels)[number];

export const deliveryStatuses = ['queued', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One line of the ledger: who was told what, when, by which channel, and whether it arrived. */
export interface DeliveryRow {
  readonly id: string;
  readonly account: string;
  readonly template: string;
  readonly subject: string;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  readonly at: string;
  readonly arrivedAt: string | null;
  readonly reason: string | null;
}
