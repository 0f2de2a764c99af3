/** What no door may let in, said once more and as simply as can be: a bug that does no harm yet is seen, too. */
import { LIMITS } from '../../src/view/limits.ts';
import { Complaint } from './kind.ts';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** How many lists and records stand in each other, level by level. */
export function depthOf(value: unknown): number {
  let depth = 0;
  for (let level = [value].filter(isFields); level.length > 0; depth++)
    level = level.flatMap((each) => Object.values(each).filter(isFields));
  return depth;
}

/** @throws Complaint */
export function soundJson(value: unknown): void {
  const depth = depthOf(value);
  if (depth > LIMITS.jsonDepth) throw new Complaint(`${depth} levels were let in`);
}

export const isPosition = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value <= LIMITS.runSteps && value % 1 === 0;

/** @throws Complaint */
export function soundLink({ position }: { readonly position: unknown }): void {
  if (!isPosition(position)) throw new Complaint(`position ${String(position)} was let in`);
}

/** The paths of the nodes that a scenario begins with. */
export function pathsIn(scenario: unknown): readonly unknown[] {
  const setup = isFields(scenario) ? scenario['setup'] : undefined;
  const tree = isFields(setup) ? setup['tree'] : undefined;
  return Array.isArray(tree) ? tree.map((node) => (isFields(node) ? node['path'] : node)) : [];
}

export const isPath = (path: unknown): boolean =>
  typeof path === 'string' &&
  path.startsWith('/') &&
  path
    .slice(1)
    .split('/')
    .every((name) => name !== '' && name !== '.' && name !== '..');

/** @throws Complaint */
export function soundTree(scenario: unknown): void {
  const wrong = pathsIn(scenario).find((path) => !isPath(path));
  if (wrong !== undefined) throw new Complaint(`path ${JSON.stringify(wrong)} was let in`);
}
