import * as v from 'valibot';
import type { Veiled, VeiledField } from '../view/prediction.ts';
import { name, pid, statField } from './schema-primitives.ts';

/** What an open question asks about, where a process has these fields beside its state. */
export const veiledSchema = (fields: readonly VeiledField['field'][]) =>
  v.union([
    v.strictObject({ pid: v.nullable(pid), field: v.picklist(['state', ...fields]) }),
    v.strictObject({ znode: name, field: v.union([v.literal('data'), statField]) }),
  ]) satisfies v.GenericSchema<Veiled>;
