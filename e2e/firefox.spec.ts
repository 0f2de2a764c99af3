import { expect, test } from '@playwright/test';
import { STEPS, commands, digestInNode } from './determinism-run.ts';
import { findFirefox, toldByFirefox } from './firefox.ts';

const firefox = findFirefox();
/** For a machine that does much else besides. */
const LONGEST_MS = 240_000;

/** Runs in the page. */
const script = (all: unknown): string => `
  const tell = (told) => fetch('./told', { method: 'POST', body: JSON.stringify(told) });
  const ready = () => window.zooscope?.frame() ? play() : setTimeout(ready, 50);
  const play = async () => {
    const problems = [];
    for (const command of ${JSON.stringify(all)}) {
      const { problem } = await window.zooscope.send(command);
      if (problem !== null) problems.push(problem.text);
    }
    const { position } = window.zooscope.frame();
    return tell({ problems, position, digest: await window.zooscope.digest() });
  };
  ready();
`;

test(`a run of ${STEPS} steps has the same digest in Firefox as in Node`, async () => {
  test.skip(firefox === null, 'There is no Firefox on this machine: its digest is not compared.');
  test.setTimeout(LONGEST_MS + 30_000);
  const told = await toldByFirefox(
    firefox ?? '',
    '?lang=en#/lab/election?from=start',
    script(commands()),
    LONGEST_MS,
  );
  expect(told).toEqual({ problems: [], position: STEPS, digest: await digestInNode() });
});
