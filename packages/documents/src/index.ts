export * from './strict-tables.js';
export * from './table-cursor.js';
