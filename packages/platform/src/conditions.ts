/** Conditions for `tx.find`, so that use cases and questions need nothing of the ORM but the Tx that they are given. */
export { Any, Between, type EntitySchema, type FindOptionsWhere, In, IsNull, LessThan, Not } from 'typeorm';
