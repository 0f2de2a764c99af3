import { expect, it } from 'vitest';
import { splitPrompt } from './line-text.ts';

it('tells the prompt from what was typed, whatever that is', () => {
  const prompt = '[zk: localhost:2181(CONNECTED) 3] ';
  expect(splitPrompt(`${prompt}create /a [x(Y) 1] b`)).toEqual({
    prompt,
    typed: 'create /a [x(Y) 1] b',
  });
  expect(splitPrompt('[zk: [::1]:2181/a b(CLOSED) 0] ')).toEqual({
    prompt: '[zk: [::1]:2181/a b(CLOSED) 0] ',
    typed: '',
  });
  expect(splitPrompt('ls /')).toEqual({ prompt: '', typed: 'ls /' });
});
