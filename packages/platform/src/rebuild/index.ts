export type { Comparison, Difference } from './compare-tables.js';
export { isEmpty, type Rebuilding, type RebuildReport, rebuildAndCompare } from './rebuild.js';
export { complaintsOf, linesOf } from './report.js';
