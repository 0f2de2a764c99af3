import * as v from 'valibot';
import { VIEWS } from '../view/exhibit.ts';
import type { Exhibit, ViewExhibit, ViewName } from '../view/exhibit.ts';
import { LIMITS } from '../view/limits.ts';
import { list, pid, sid } from './schema-primitives.ts';

const servers = list(sid, LIMITS.namedAtOnce);

const needsNothing = (view: ViewName): view is ViewExhibit['kind'] =>
  view !== 'majorities' && view !== 'zkcli';

/** A figure that a lesson's step is about. */
export const exhibitSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('majorities'),
    servers: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.shownServers)),
    sets: v.exactOptional(v.strictObject({ a: servers, b: servers })),
  }),
  v.strictObject({
    kind: v.literal('zkcli'),
    client: pid,
    sideBySide: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ kind: v.picklist(VIEWS.filter(needsNothing)) }),
]) satisfies v.GenericSchema<Exhibit>;
