import { describe, expect, test } from 'vitest';
import { VERBS } from '../../../../view/recipe-program.ts';
import { completionsAt } from './complete.ts';
import { readSteps } from './step-text.ts';

const PROGRAM = [
  'ask: create {"path": "/l/n", "into": "own", "zxid": "token", "on": {"NodeExists": "look"}}',
  'look: exists {"path": "/l/n", "watch": true, "no": "ask"}',
].join('\n');

/** What is offered behind this line, typed below the program. */
const offered = (line: string, values = 'workMs=100') => {
  const text = `${PROGRAM}\n${line}`;
  const { from, entries } = completionsAt(text, text.length, values);
  return { labels: entries.map(({ label }) => label), kept: text.slice(0, from), entries };
};

describe('at the caret of a program', () => {
  test('a line begins with a verb, and an example of what it takes', () => {
    expect(offered('').labels).toEqual([...VERBS]);
    const { labels, entries, kept } = offered('held: be');
    expect(labels).toEqual(['believe']);
    const whole = `${kept}${entries[0]?.text ?? ''}`;
    expect(readSteps(whole).wrong).toEqual([]);
  });

  test('labels that are there stand where one goes to', () => {
    expect(offered('goto ').labels).toEqual(['ask', 'look']);
    expect(offered('+ goto l').labels).toEqual(['look']);
    expect(offered('wait {"for": "watch", "goto": "').labels).toEqual(['ask', 'look']);
    expect(offered('delete {"path": "/l/n", "on": {"NoNode": "a').labels).toEqual(['ask']);
  });

  test('variables are those that are set, at the beginning or by a step', () => {
    const { labels } = offered('delete {"path": "$');
    expect(labels).toEqual(['$own', '$token', '$workMs', '$me', '$guid', '$now']);
    expect(offered('delete {"path": "/l/$o').labels).toEqual(['$own']);
  });

  test('arguments are the verb’s own, and errors stand in “on”', () => {
    expect(offered('exists {"path": "/l", "w').labels).toEqual(['watch']);
    expect(offered('delete {"path": "/l", "on": {"Node').labels).toEqual(['NodeExists']);
    expect(offered('on {"Dis').labels).toEqual(['Disconnected']);
  });

  test('inside of a path nothing is offered', () => {
    expect(offered('delete {"path": "/l').labels).toEqual([]);
  });
});
