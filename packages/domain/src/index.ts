export * from './facts.js';
export * from './refusals.js';
