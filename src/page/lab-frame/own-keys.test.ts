import { describe, expect, it } from 'vitest';
import type { Described, PageKey } from './own-keys.ts';
import { isOwnKey } from './own-keys.ts';

const element = (tag: string, more: Partial<Described> = {}): Described => ({
  tag,
  role: null,
  type: null,
  editable: false,
  ...more,
});
const role = (name: string): Described => element('div', { role: name });
const input = (type: string): Described => element('input', { type });

const keys: readonly PageKey[] = ['space', 'arrows', 'home', 'letter'];
const own = (path: readonly Described[], clicked = false): readonly PageKey[] =>
  keys.filter((key) => isOwnKey(path, key, clicked));

describe('keys that are the focused element’s own', () => {
  it('leaves a button nothing but Space, and after a click not even that', () => {
    for (const button of [element('button'), element('g', { role: 'button' })]) {
      expect(own([button])).toEqual(['space']);
      expect(own([button], true)).toEqual([]);
    }
  });

  it('keeps what a widget moves or types by, clicked or not', () => {
    for (const clicked of [false, true]) {
      expect(own([role('tab')], clicked)).toEqual(['space', 'arrows', 'home']);
      expect(own([role('slider')], clicked)).toEqual(['arrows', 'home']);
      expect(own([input('radio')], clicked)).toEqual(['space', 'arrows']);
      expect(own([input('checkbox')], clicked)).toEqual(['space']);
      expect(own([element('select')], clicked)).toEqual(keys);
      expect(own([input('text')], clicked)).toEqual(keys);
      expect(own([element('input')], clicked)).toEqual(keys);
      expect(own([element('textarea')], clicked)).toEqual(keys);
      expect(own([element('div', { editable: true })], clicked)).toEqual(keys);
    }
  });

  it('asks what the element stands in', () => {
    expect(own([element('span'), role('treeitem'), role('tree')])).toEqual(keys);
    expect(own([element('button'), role('dialog')], true)).toEqual(keys);
    expect(own([role('menuitem'), role('menu')])).toEqual(keys);
  });

  it('leaves everything to the page where nothing has a use for it', () => {
    expect(own([])).toEqual([]);
    expect(own([element('body'), element('html')])).toEqual([]);
    expect(own([element('a')])).toEqual([]);
  });
});
