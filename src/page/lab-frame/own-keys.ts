/** Which of the page's keys the focused element has a use of its own for. */

/** `letter`: any key that types, with modifiers too. */
export type PageKey = 'space' | 'arrows' | 'home' | 'letter';

/** What tells the use of an element's keys; plain, so that it can be told without a browser. */
export interface Described {
  /** In small letters. */
  readonly tag: string;
  readonly role: string | null;
  /** Of an `input`. */
  readonly type: string | null;
  /** Text is written in it. */
  readonly editable: boolean;
}

const ALL: readonly PageKey[] = ['space', 'arrows', 'home', 'letter'];
const ROWS: readonly PageKey[] = ['space', 'arrows', 'home'];

const byRole: Readonly<Record<string, readonly PageKey[]>> = {
  textbox: ALL,
  searchbox: ALL,
  combobox: ALL,
  spinbutton: ALL,
  // Inside of these nothing is the page's.
  dialog: ALL,
  alertdialog: ALL,
  menu: ALL,
  listbox: ALL,
  // What is typed looks for a row.
  tree: ALL,
  grid: ROWS,
  tab: ROWS,
  slider: ['arrows', 'home'],
  separator: ['arrows', 'home'],
  radio: ['space', 'arrows'],
  checkbox: ['space'],
  switch: ['space'],
  button: ['space'],
};

const byTag: Readonly<Record<string, readonly PageKey[]>> = {
  select: ALL,
  textarea: ALL,
  button: ['space'],
  summary: ['space'],
};

const byType: Readonly<Record<string, readonly PageKey[]>> = {
  checkbox: ['space'],
  radio: ['space', 'arrows'],
  range: ['arrows', 'home'],
  button: ['space'],
  submit: ['space'],
  file: ['space'],
};

const keysOf = ({ tag, role, type, editable }: Described): readonly PageKey[] => {
  if (editable) return ALL;
  if (tag === 'input') return byType[type ?? 'text'] ?? ALL;
  return (role === null ? undefined : byRole[role]) ?? byTag[tag] ?? [];
};

/**
 * Whether a key is the element's own or of something that it stands in; `path`: the element and
 * what it stands in, from inside. `clicked`: it has the focus because it was clicked. A button
 * that was clicked does not show the focus, and Space plays.
 */
export const isOwnKey = (path: readonly Described[], key: PageKey, clicked: boolean): boolean =>
  path.some((one, depth) => {
    const keys = keysOf(one);
    const isButton = keys.length === 1 && keys[0] === 'space' && one.type !== 'checkbox';
    if (depth === 0 && clicked && isButton) return false;
    return keys.includes(key);
  });
