/** The parts that forms are made of, for a service that prints one of its own: `@xibu/documents/layout`. */
export * from './paper/blocks.js';
export * from './paper/chinese-words.js';
export * from './paper/grid.js';
export * from './paper/paper.js';
export * from './paper/photo.js';
export * from './paper/qr-code.js';
