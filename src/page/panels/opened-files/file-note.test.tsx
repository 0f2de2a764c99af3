// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { LIMITS } from '../../../view/limits.ts';
import type { OpenedFile } from '../../../view/opened-files.ts';
import { sizeText } from '../../share/problem.ts';
import { shown } from '../../testing/shown.tsx';
import { FileNote } from './file-note.tsx';

it.each([
  ['too-large', sizeText(LIMITS.fileBytes)],
  ['too-many', LIMITS.fileRecords.toLocaleString('en')],
])('says of a file that is %s how much is read', async (code, limit) => {
  const file: OpenedFile = {
    name: 'log.1',
    size: 1,
    kind: 'nothing',
    problem: { code, offset: 0, text: '' },
  };
  const screen = await shown(<FileNote file={file} />);
  expect(screen.getByRole('alert').textContent).toContain(limit);
});
