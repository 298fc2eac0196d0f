export * from './counties-api.js';
export * from './posts-api.js';
export * from './quotas-api.js';
export * from './rankings-api.js';
export * from './rounds-api.js';
export * from './service-changes-api.js';
export * from './volunteers-api.js';
