import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..', '..');

/** In this order they start; each keeps its own copies, so that none needs another to come up. */
export const services = ['programme', 'recruitment', 'placement', 'finance', 'assessment', 'notifications'] as const;
export type Service = (typeof services)[number];
/** Processes of ours. */
export type OwnPart = Service | 'gateway';
