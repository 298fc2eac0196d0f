import type { Bus } from './bus.js';
import { EmbeddedBus, type EmbeddedBusConfig } from './embedded/embedded-bus.js';
import { KafkaBus, type KafkaBusConfig } from './kafka/kafka-bus.js';
import type { Logger } from './logger.js';

export type BusConfig = KafkaBusConfig | EmbeddedBusConfig;

/** Opens the bus that the deployment has chosen. Both keep the same contract; the same suite of tests runs against both. */
export async function openBus(config: BusConfig, logger: Logger): Promise<Bus> {
  return config.bus === 'kafka' ? KafkaBus.open(config, logger) : EmbeddedBus.open(config, logger);
}
