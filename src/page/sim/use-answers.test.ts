import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { subjectOf, useAsked } from './use-answers.ts';

const tree = (server: number, first: number): ZooKeeperQuestion => ({
  ask: 'tree',
  server,
  unfolded: { all: true, but: [] },
  first,
  most: 50,
});

describe('what a question is about', () => {
  it('stays the same when only the window moves', () => {
    expect(subjectOf(tree(1, 0))).toBe(subjectOf(tree(1, 50)));
    expect(subjectOf(tree(1, 0))).not.toBe(subjectOf(tree(2, 0)));
  });

  it('is another for another node, text or transaction', () => {
    const node = (path: string) => subjectOf({ ask: 'znode', server: 1, path });
    expect(node('/a')).not.toBe(node('/b'));
    const txn = (index: number) => subjectOf({ ask: 'txn', server: 1, index });
    expect(txn(1)).not.toBe(txn(2));
  });
});

describe('an asked question', () => {
  it('has no answer while there is no run to ask about', () => {
    const Rows = () => (useAsked(tree(1, 0)) === null ? 'nothing yet' : 'rows');
    expect(renderToStaticMarkup(createElement(Rows))).toBe('nothing yet');
  });
});
