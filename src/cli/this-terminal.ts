import { readSync } from 'node:fs';
import process from 'node:process';
import { withoutControls } from '../view/plain-text.ts';
import { ByteLines } from './byte-lines.ts';
import { readBytes, readParts, typedPath, writablePath, writeText } from './terminal.ts';
import type { Terminal } from './terminal.ts';

// Whoever reads on has had enough (`… | head`): nothing more to say, and no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** The terminal that a command was started from. */
export const thisTerminal: Terminal = {
  out: (text) => process.stdout.write(`${withoutControls(text, '\t')}\n`),
  print: (stream, text, end = '\n') => {
    const to = stream === 'out' ? process.stdout : process.stderr;
    to.write(`${shownOn(to, text)}${end}`);
  },
  err: (text) => process.stderr.write(`${withoutControls(text, '\t')}\n`),
  read: (path, most) => readBytes(typedPath(path), most),
  parts: (path, most) => readParts(typedPath(path), most),
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
function* linesOfInput(most: number): Generator<string> {
  const chunk = Buffer.alloc(65_536);
  const lines = new ByteLines('standard input', most);
  for (;;) {
    const length = readChunk(chunk);
    yield* length === 0 ? lines.end() : lines.take(chunk.subarray(0, length));
    if (length === 0) return;
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
