import { expect, it } from 'vitest';
import { passedOn } from './facades.mjs';

it('a file that only passes on is seen, with the names that it passes on', () => {
  expect(passedOn('export{W as LabPage,b}from"./lab-1a-_.js";')).toEqual({
    target: 'lab-1a-_.js',
    names: 'LabPage:m.W,b:m.b',
  });
  expect(passedOn('export{e as default}from`./en.js`;\n//# sourceMappingURL=x.js.map\n')).toEqual({
    target: 'en.js',
    names: 'default:m.e',
  });
});

it('a file that does anything else stays', () => {
  expect(passedOn('import"./a.js";export{W as LabPage}from"./lab.js";')).toBeNull();
  expect(passedOn('const e=1;export{e as default};')).toBeNull();
});
