/** A program as one reads it: each line with its verb and what follows it, in the language of programs. */
import type { Deed, Verb } from '../../view/recipe-program.ts';
import { verbOf } from '../../view/recipe-program.ts';
import type { LineView } from '../../view/recipes.ts';
import type { Compiled } from './compile.ts';

const term = (value: unknown): string => String(value);

/** What a `goto`, `on` and the like lead to: `→ look`. */
const to = (label: string | undefined): string => (label === undefined ? '' : `→ ${label}`);

const errors = (on: Readonly<Record<string, string>> | undefined): string =>
  Object.entries(on ?? {})
    .map(([error, label]) => `${error} → ${label}`)
    .join(', ');

const words = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => part !== false && part !== undefined && part !== '').join(' ');

const saved = (...names: readonly (string | undefined)[]): string => {
  const all = names.filter((name) => name !== undefined);
  return all.length === 0 ? '' : `as ${all.map((name) => `$${name}`).join(', ')}`;
};

const several = (value: string | readonly string[] | undefined): string =>
  [value ?? []].flat().join(' or ');

const args = (values: Readonly<Record<string, unknown>> = {}): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${term(value)}`)
    .join(', ');

type Said = { readonly [V in Verb]: (step: NonNullable<Deed[V]>) => string };

const said: Said = {
  create: (s) =>
    words(
      term(s.path),
      s.data !== undefined && `= ${term(s.data)}`,
      s.ephemeral === true && 'ephemeral',
      s.sequential === true && 'sequential',
      saved(s.into, s.zxid),
      errors(s.on),
    ),
  delete: (s) =>
    words(term(s.path), s.version !== undefined && `version ${term(s.version)}`, errors(s.on)),
  setData: (s) =>
    words(
      term(s.path),
      `= ${term(s.data)}`,
      s.version !== undefined && `version ${term(s.version)}`,
      saved(s.into, s.zxid),
      errors(s.on),
    ),
  getData: (s) =>
    words(
      term(s.path),
      s.watch === true && 'watch',
      saved(s.into, s.version, s.zxid),
      errors(s.on),
    ),
  exists: (s) =>
    words(
      term(s.path),
      s.watch === true && 'watch',
      s.own !== undefined && `own ${to(s.own)}`,
      s.yes !== undefined && `yes ${to(s.yes)}`,
      s.no !== undefined && `no ${to(s.no)}`,
      errors(s.on),
    ),
  getChildren: (s) => words(term(s.path), s.watch === true && 'watch', saved(s.into), errors(s.on)),
  sync: (s) => words(term(s.path), errors(s.on)),
  multi: (s) =>
    words(
      s.ops
        .map((op) =>
          Object.entries(op)
            .map(([verb, { path, data }]: [string, { path: unknown; data?: unknown }]) =>
              words(verb, term(path), data !== undefined && `= ${term(data)}`),
            )
            .join(''),
        )
        .join('; '),
      errors(s.on),
    ),
  close: (s) => errors(s.on),
  connect: () => '',
  wait: (s) =>
    words(
      several(s.for),
      several(s.of),
      s.ms !== undefined && `${term(s.ms)} ms`,
      s.late !== undefined && `late ${to(s.late)}`,
      to(s.goto),
    ),
  work: (s) => `${term(s.ms)} ms`,
  compute: ({ into, ...what }) =>
    words(
      `$${into} =`,
      ...Object.entries(what).map(([how, of]) =>
        how === 'set'
          ? term(of)
          : words(how, Array.isArray(of) ? of.map(term).join(', ') : term(of)),
      ),
    ),
  pick: (s) =>
    words(
      s.what,
      s.prefix,
      s.mine !== undefined && `(mine ${term(s.mine)})`,
      'of',
      term(s.from),
      saved(s.into),
      s.none !== undefined && `none ${to(s.none)}`,
    ),
  if: (s) => words(...s.is.map(term), to(s.goto), s.else !== undefined && `else ${to(s.else)}`),
  goto: (s) => s,
  repeat: (s) => `${term(s.times)} times ${to(s.goto)}`,
  on: (s) => errors(s),
  believe: (s) => words(s.what, s.node !== undefined && `by ${term(s.node)}`),
  release: (s) => s,
  claim: (s) => words(s.kind, term(s.of), 'is' in s && term(s.is), 'size' in s && term(s.size)),
  call: (s) => words(term(s.to), s.op, args(s.args), saved(s.into), errors(s.on)),
  end: () => '',
};

function sayOf<V extends Verb>(verb: V, deed: Deed): string {
  const step = deed[verb];
  return step === undefined ? '' : said[verb](step as NonNullable<Deed[V]>);
}

/** Its first step with its verb apart, and what its other steps say behind it. */
export const listingOf = ({ lines, deeds }: Compiled): readonly LineView[] =>
  lines.map(({ from, to: end, label, note, broken }) => {
    const [first = {}, ...joined] = deeds.slice(from, end);
    const verb = verbOf(first);
    const others = joined.flatMap((deed) => {
      const other = verbOf(deed);
      return other === undefined ? [] : [words(other, sayOf(other, deed))];
    });
    const own = verb === undefined ? '' : sayOf(verb, first);
    const rest = [own, ...others].filter((text) => text !== '').join('; ');
    return { label, code: verb ?? '', rest, note, broken };
  });
