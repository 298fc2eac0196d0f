export * from './strict-tables.js';
