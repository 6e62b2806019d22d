import { DefaultNamingStrategy, type Table } from 'typeorm';

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

const tableOf = (table: Table | string): string =>
  (typeof table === 'string' ? table : table.name).split('.').at(-1) ?? '';

/**
 * Columns are snake_case in SQL and camelCase in code, so that hand-written SQL reads like SQL. Keys that no entity names
 * are called after their table and columns, so that an error of PostgreSQL says what was broken.
 */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snake), customName ?? snake(propertyName)].join('_');
  }

  override primaryKeyName(table: Table | string): string {
    return `pk_${tableOf(table)}`;
  }

  override foreignKeyName(table: Table | string, columnNames: string[]): string {
    return ['fk', tableOf(table), ...columnNames].join('_');
  }

  override uniqueConstraintName(table: Table | string, columnNames: string[]): string {
    return ['uq', tableOf(table), ...columnNames].join('_');
  }

  override indexName(table: Table | string, columnNames: string[]): string {
    return ['ix', tableOf(table), ...columnNames].join('_');
  }
}
