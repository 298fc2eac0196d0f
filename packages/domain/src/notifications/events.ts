import { fact } from '../facts.js';

/** Key: message. Somebody could not be reached on any channel: the owner of the matter learns of it. */
export const DeliveryFailed = fact<{
  readonly messageId: string;
  readonly accountId: string;
  readonly template: string;
  readonly reason: string;
}>('notifications.message.delivery-failed.v1');
