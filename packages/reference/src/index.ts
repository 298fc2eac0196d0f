export * from './codes.js';
export * from './divisions.js';
export * from './majors.js';
export * from './places.js';
export * from './universities.js';
