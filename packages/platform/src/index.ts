export type { Tx } from '@xibu/messaging';
export { isOutage, On, record, recordEach, type Told } from '@xibu/messaging';
export { sealAudit, verifyAudit } from './audit/audit-chain.js';
export { Batcher, type BatchLimits, type BatchWork, Held, usualLimits } from './batches/batcher.js';
export { Clock, RealClock, VirtualClock } from './clock.js';
export {
  Any,
  Between,
  type EntitySchema,
  type FindOptionsWhere,
  In,
  IsNull,
  LessThan,
  Not,
} from './conditions.js';
export { ConfigurationError, readConfig, ServiceConfig, Whole } from './config.js';
export { type Asked, Database, sqlState } from './database.js';
export { describeService } from './describe-service.js';
export { CurrentActor, May, Open, permissionOf, Repeatable } from './http/access.guard.js';
export type { Arrival } from './http/arrivals.js';
export { eachByItself, type Outcome } from './http/each-by-itself.js';
export { fileAnswer, pdfAnswer } from './http/file-answer.js';
export { IfMatch } from './http/if-match.js';
export {
  type Condition,
  ExportableQuery,
  type ListDefinition,
  ListQuery,
  type Page,
  readAll,
  readJoined,
  readPage,
  type SheetFormat,
  whereOf,
} from './http/lists.js';
export { isUnavailable, type Problem, ProblemFilter, problemOf } from './http/problems.js';
export { followRequests } from './http/request-hook.js';
export { shapePipe } from './http/shape.js';
export { signToken, Tokens } from './http/tokens.js';
export { nestLog, openLog } from './logging.js';
export { type Figure, figures, measureRequests, showFigures } from './metrics.js';
export { type Migration, migrate } from './migrator.js';
export { newId } from './new-id.js';
export { type OpenDatabase, openDatabase } from './open-database.js';
export { audited, auditedTogether, type Ownership, protect } from './protection.js';
export type { Copy, Ground, Holdings } from './rebuild/copy.js';
export {
  asWorkOf,
  currentRequest,
  inRequest,
  type RequestContext,
  serviceActor,
  visitor,
  workOf,
} from './request-context.js';
export { rewrite } from './rewrite.js';
export { type Cadence, type Schedule, Scheduled, type Tick } from './schedules/schedule.js';
export { Sealing } from './sealing/sealing.js';
export {
  officesOf,
  requireOpen,
  requireWithin,
  rulebookOn,
  type SeasonCopy,
  type SeasonWindow,
  seasonOf,
  windowOf,
} from './seasons/season-copy.js';
export type { ServiceDefinition } from './service-definition.js';
export { type RunningService, runService, startService } from './start-service.js';
