export * from './accounts-api.js';
export * from './notices-api.js';
export * from './offices-api.js';
export * from './year-api.js';
