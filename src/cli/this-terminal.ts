import { readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import process from 'node:process';
import { withoutControls } from '../view/plain-text.ts';
import { readBytes, typedPath, writablePath, writeText } from './terminal.ts';
import type { Terminal } from './terminal.ts';

// Whoever reads on has had enough (`… | head`): nothing more to say, and no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** The terminal that a command was started from. */
export const thisTerminal: Terminal = {
  out: (text) => process.stdout.write(`${shownOn(process.stdout, text)}\n`),
  err: (text) => process.stderr.write(`${shownOn(process.stderr, text)}\n`),
  read: (path, most) => readBytes(typedPath(path), most),
  lines: linesOfInput,
  write: (path, text) => writeText(typedPath(path), text),
  writable: (path) => writablePath(typedPath(path)),
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
};

/** A pipe gets what was printed; a terminal would obey the control characters in it. */
const shownOn = (stream: { readonly isTTY?: boolean }, text: string): string =>
  stream.isTTY === true ? withoutControls(text, '\n\t') : text;

/** Waits for each line rather than for the end: whoever types sees the answer. */
function* linesOfInput(): Generator<string> {
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(65_536);
  let open = '';
  for (;;) {
    const length = readChunk(chunk);
    const text = open + (length === 0 ? decoder.end() : decoder.write(chunk.subarray(0, length)));
    const lines = text.split(/\r?\n/u);
    open = lines.pop() ?? '';
    yield* lines;
    if (length > 0) continue;
    if (open !== '') yield open;
    return;
  }
}

/** @returns bytes read; 0 at the end */
function readChunk(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      // A terminal or a pipe that does not block: nothing is there yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
