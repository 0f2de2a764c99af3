/** The smallest and the largest number that a schema takes, at each of its places, in a value that it takes. */

/** What is looked at of a schema of valibot. */
export interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly options?: readonly unknown[];
  readonly key?: unknown;
  readonly literal?: unknown;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

/** A value with one number of it made extreme, and where. */
export interface Extreme {
  readonly where: string;
  readonly value: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const requirement = ({ pipe = [] }: Schema, type: string): number | null => {
  const found = pipe.find((action) => action.type === type)?.requirement;
  return typeof found === 'number' ? found : null;
};
const isWhole = ({ pipe = [] }: Schema): boolean =>
  pipe.some(({ type }) => type === 'integer' || type === 'safe_integer');

function numbersOf(schema: Schema): readonly number[] {
  const least = requirement(schema, 'min_value') ?? -Number.MAX_SAFE_INTEGER;
  const most = requirement(schema, 'max_value') ?? Number.MAX_SAFE_INTEGER;
  // Next to nothing is worse than nothing where something happens again and again.
  const little = isWhole(schema) ? 1 : 0.001;
  return [...new Set([least, little, most])].filter((one) => one >= least && one <= most);
}

/** A small value that a schema takes, for a field that a value has not; undefined: none is known. */
function small(schema: Schema): unknown {
  const { type, wrapped, entries, options = [] } = schema;
  if (wrapped !== undefined) return small(wrapped);
  if (type === 'number') return numbersOf(schema)[0];
  if (type === 'string') return 'x';
  if (type === 'boolean') return true;
  if (type === 'literal') return schema.literal;
  if (type === 'picklist') return options[0];
  if (type === 'variant') return small(options[0] as Schema);
  if (entries === undefined) return undefined;
  const needed = Object.entries(entries).filter(([, each]) => each.type !== 'exact_optional');
  return Object.fromEntries(needed.map(([key, each]) => [key, small(each)]));
}

/** Every number of a value, and of its fields that could be there, made as small and as large as it may be. */
export function* extremes(schema: Schema, value: unknown, where: string): Generator<Extreme> {
  const { type, wrapped, entries, item, options = [] } = schema;
  if (wrapped !== undefined) yield* extremes(wrapped, value, where);
  else if (type === 'number') {
    for (const one of numbersOf(schema)) yield { where: `${where} = ${one}`, value: one };
  } else if (type === 'variant') {
    const key = String(schema.key);
    for (const option of options as readonly Schema[]) {
      const known = option.entries?.[key]?.literal;
      if (isFields(value) && known === value[key]) yield* extremes(option, value, where);
    }
  } else if (item !== undefined && Array.isArray(value)) {
    // The others are like the first.
    const [first, ...others] = value as readonly unknown[];
    for (const each of extremes(item, first, `${where}[0]`))
      yield { ...each, value: [each.value, ...others] };
  } else if (entries !== undefined && isFields(value)) {
    for (const [key, field] of Object.entries(entries)) {
      const present = Object.hasOwn(value, key) ? value[key] : small(field);
      for (const each of extremes(field, present, `${where}.${key}`))
        yield { ...each, value: { ...value, [key]: each.value } };
    }
  }
}
