// @vitest-environment happy-dom
/** The tree of znodes and its keys, where only some of its rows are known. */
import { fireEvent } from '@testing-library/react';
import { expect, it } from 'vitest';
import { inEnglish } from '../../../stage/words.ts';
import { znodeWords } from '../../../stage/znode/words.ts';
import type { TreeRow } from '../../../view/zookeeper-ask.ts';
import { shown } from '../../testing/shown.tsx';
import { Tree } from './tree.tsx';

/** `/app 2 open`: a node, how many children it has, whether they are shown. */
const rowOf = (text: string): TreeRow => {
  const [path = '', children = '0', open] = text.split(' ');
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    depth: path === '/' ? 0 : path.split('/').length - 1,
    place: 1,
    siblings: 1,
    followed: [],
    kind: 'persistent',
    sequential: false,
    open: open === 'open',
    children: Number(children),
    descendants: Number(children),
    version: 0,
    dataLength: 0,
    preview: null,
    session: '0x0',
    owner: null,
    watchers: [],
    touched: false,
  };
};

const ROWS = ['/ 2 open', '/app 2 open', '/app/alpha', '/app/beta 3', '/zookeeper 2'];

/** Rows 10 to 14 of 100; what was asked of whoever shows it. */
async function tree(selected: string | null) {
  const asked: string[] = [];
  const screen = await shown(
    <Tree
      name="Tree of S1"
      known={{ first: 10, total: 100, rows: ROWS.map(rowOf) }}
      selected={selected}
      fresh={undefined}
      say={inEnglish(znodeWords).say}
      nameOf={(pid) => `c${pid}`}
      describe={({ path }) => path}
      sought={null}
      onSelect={(path) => asked.push(`select ${path}`)}
      onFold={({ path }, open) => asked.push(`${open ? 'open' : 'close'} ${path}`)}
      onGoTo={(path) => asked.push(`go to ${path}`)}
      onGoToRow={(row) => asked.push(`row ${row}`)}
      onWindow={() => undefined}
    />,
  );
  const element = screen.getByRole('tree', { name: 'Tree of S1' });
  /** @returns what it asked for, and whether the lab hears the key */
  const press = (...keys: readonly string[]): readonly string[] => {
    asked.length = 0;
    for (const key of keys) {
      let heard = false;
      const hear = () => (heard = true);
      document.addEventListener('keydown', hear);
      fireEvent.keyDown(element, { key });
      document.removeEventListener('keydown', hear);
      if (heard) asked.push(`${key} is the lab’s`);
    }
    return [...asked];
  };
  return { element, press };
}

it('the arrows go from row to row, and to rows that are not known yet', async () => {
  const { element, press } = await tree('/app/beta');
  expect(element.getAttribute('aria-activedescendant')).toMatch(/-13$/u);
  expect(press('ArrowDown')).toEqual(['select /zookeeper']);
  expect(press('ArrowUp')).toEqual(['select /app/alpha']);
  expect(press('End')).toEqual(['row 99']);
  expect(press('Home')).toEqual(['row 0']);
  const last = await tree('/zookeeper');
  expect(last.press('ArrowDown')).toEqual(['row 15']);
});

it('left and right fold, and lead to the parent and to the first child', async () => {
  expect((await tree('/app/beta')).press('ArrowRight', 'ArrowLeft')).toEqual([
    'open /app/beta',
    'go to /app',
  ]);
  expect((await tree('/app')).press('ArrowLeft', 'ArrowRight', 'Enter')).toEqual([
    'close /app',
    'select /app/alpha',
    'close /app',
  ]);
});

it('letters typed in a row are the beginning of a name, also of a shortcut of the lab', async () => {
  const { press } = await tree('/app');
  expect(press('z', 'o')).toEqual(['go to /zookeeper', 'go to /zookeeper']);
  const other = await tree(null);
  expect(other.press('b')).toEqual(['go to /app/beta']);
});

it('what is none of its keys is the lab’s', async () => {
  const { press } = await tree('/app');
  expect(press('?', 'F2')).toEqual(['? is the lab’s', 'F2 is the lab’s']);
});

it('of a selected node without a row the keys begin where it was last', async () => {
  const { element, press } = await tree('/elsewhere');
  expect(element.hasAttribute('aria-activedescendant')).toBe(false);
  expect(press('ArrowDown')).toEqual(['row 0']);
});
