import { applicationRail } from '../applications/applications.rail.js';
import type { RailEntry } from '../office/rail.js';

/** Every line of the rail, in the order of the year; a new noun adds its own here. Each role sees what it may open. */
export const officeRail: readonly RailEntry[] = [...applicationRail];
