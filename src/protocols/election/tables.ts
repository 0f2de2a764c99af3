import type { Table } from '../../kernel/machine/flatten.ts';
import type { Config } from './config.ts';

export function tablesOf(_config: Config): readonly Table[] {
  return [];
}
