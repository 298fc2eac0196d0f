/** `GET /api/waiting-room`: where somebody stands who is, or is not yet, let in. */
export interface WaitingView {
  /** Whoever is in may ask the services; nothing else here matters then. */
  readonly isIn: boolean;
  /** People who are called before. */
  readonly ahead: number;
  readonly expectedSeconds: number;
  /** The minute in which one came, RFC 3339; null for who is in without having waited. */
  readonly cameAt: string | null;
  /** When to look again; each answer says another, so that those who wait do not come back together. */
  readonly retrySeconds: number;
}

/** What besides the code stands in the problem document of `waiting-room.wait`. */
export type WaitingProblem = Omit<WaitingView, 'isIn'>;

/** Open by itself in a rush, always, or never. */
export const waitingRoomModes = ['auto', 'on', 'off'] as const;
export type WaitingRoomMode = (typeof waitingRoomModes)[number];

/** `GET` and `PUT /api/waiting-room/mode`, for operators. */
export interface WaitingRoomState {
  readonly mode: WaitingRoomMode;
  readonly isOpen: boolean;
  /** Tickets that have not been called. */
  readonly waiting: number;
  /** People let in a second, at the pace of now. */
  readonly perSecond: number;
}
