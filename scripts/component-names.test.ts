/** A component's file is called after it: whoever looks for one finds it by its name, and the other way round. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseFile, sourceFiles, walk } from './sources.mjs';

const root = join(import.meta.dirname, '..');

const files = sourceFiles(root, ['src/page', 'src/stage']).filter(
  (file) => !file.includes('.test.') && !file.includes('/testing/'),
);

/** `ZnodeCard` and `useZnodeCard` are called `znode-card` and `use-znode-card`. */
const hyphenated = (name: string): string =>
  name
    .replace('ZooKeeper', 'Zookeeper')
    .replace('ZkCli', 'Zkcli')
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/gu, '-')
    .toLowerCase();

/** Whether a file may be called so: what its folders say of the name already may be left out. */
function isCalled(file: string, name: string): boolean {
  const folders = file.split('/').slice(0, -1);
  const said = new Set(
    folders.flatMap((folder) => [...folder.split('-'), folder.replace(/s$/u, '')]),
  );
  const wanted = (file.split('/').at(-1) ?? '').replace(/\.tsx?$/u, '').split('-');
  const words = hyphenated(name).split('-');
  // Word by word from the end, where both say what it is.
  while (words.length > 0) {
    const word = words.pop() ?? '';
    if (wanted.at(-1) === word) wanted.pop();
    else if (!said.has(word)) return false;
  }
  return wanted.length === 0;
}

/** What a file exports, types aside. */
function exportsOf(file: string): readonly string[] {
  const names: string[] = [];
  walk(parseFile(root, file).program, (node) => {
    if (node.type !== 'ExportNamedDeclaration' || node['exportKind'] === 'type') return;
    const declared = node['declaration'] as {
      id?: { name: string };
      declarations?: readonly { id: { name: string } }[];
    } | null;
    for (const each of declared?.declarations ?? (declared ? [declared] : []))
      if (each.id !== undefined) names.push(each.id.name);
  });
  return names;
}

const COMPONENT = /^[A-Z][A-Za-z]*[a-z]/u;
const HOOK = /^use[A-Z]/u;

/** The component or, where there is none, the hook that a file is about; undefined where it holds several. */
function subjectOf(names: readonly string[]): string | undefined {
  const components = names.filter((name) => COMPONENT.test(name));
  const subjects = components.length > 0 ? components : names.filter((name) => HOOK.test(name));
  return subjects.length === 1 ? subjects[0] : undefined;
}

it('the files of page and stage are called in small letters with hyphens', () => {
  const others = files.filter((file) => !/\/[a-z\d-]+(\.worker|\.built)?\.tsx?$/u.test(file));
  expect(others).toEqual([]);
});

it('a file with one component, or with one hook alone, is called after it', () => {
  const components = files.filter((file) => file.endsWith('.tsx'));
  expect(components.length).toBeGreaterThan(300);
  const others = components.flatMap((file) => {
    const subject = subjectOf(exportsOf(file));
    return subject === undefined || isCalled(file, subject) ? [] : [`${file} holds ${subject}`];
  });
  expect(others).toEqual([]);
});

it('another name is noticed', () => {
  expect(isCalled('src/page/panels/znode-card/znode-card.tsx', 'ZnodeCard')).toBe(true);
  expect(isCalled('src/page/labs/paxos/stage.tsx', 'PaxosStage')).toBe(true);
  expect(isCalled('src/page/labs/zookeeper/use-inspection.tsx', 'useZooKeeperInspection')).toBe(
    true,
  );
  expect(isCalled('src/page/labs/zookeeper/log-view.tsx', 'TxnLog')).toBe(false);
  expect(isCalled('src/page/labs/paxos/deeds.tsx', 'ProposeDeed')).toBe(false);
  expect(isCalled('src/page/widgets/tip.tsx', 'useTip')).toBe(false);
  expect(subjectOf(['LIMIT', 'Row', 'useRow'])).toBe('Row');
  expect(subjectOf(['Row', 'Rows'])).toBeUndefined();
});
