import type { Logger } from '@xibu/messaging';

/** For connections of the nemesis: what they would say is its own doing. */
export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };
