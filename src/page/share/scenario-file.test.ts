import { describe, expect, it } from 'vitest';
import { readScenarioFile } from './scenario-file.ts';

const file = (content: string): File => new File([content], 'mine.json');

describe('readScenarioFile', () => {
  it('gives what the file holds, unchecked', async () => {
    expect(await readScenarioFile(file('{"seed":1}'))).toEqual({ scenario: { seed: 1 } });
  });

  it('names a file that is not JSON', async () => {
    const read = await readScenarioFile(file('seed: 1'));
    expect(read).toMatchObject({ problem: { code: 'file-not-json', data: { name: 'mine.json' } } });
  });

  it('does not read 10 MB', async () => {
    const read = await readScenarioFile(file(`"${'a'.repeat(10_000_000)}"`));
    expect(read).toMatchObject({ problem: { code: 'file-large', data: { size: '10.0 MB' } } });
  });
});
