import * as v from 'valibot';
import type { Veiled, VeiledField } from '../view/prediction.ts';
import { name, pid, statField } from './schema-primitives.ts';

const veiledField = v.picklist([
  'state',
  'vote',
  'round',
  'epoch',
  'zxid',
  'sid',
  'log',
  'tally',
  'comparison',
  'promised',
  'accepted',
  'proposes',
  'chosen',
  'counter',
]) satisfies v.GenericSchema<VeiledField['field']>;

/** What an open question asks about. */
export const veiledSchema = v.union([
  v.strictObject({ pid: v.nullable(pid), field: veiledField }),
  v.strictObject({ znode: name, field: v.union([v.literal('data'), statField]) }),
]) satisfies v.GenericSchema<Veiled>;
