// `npm run fuzz:inputs -- [--runs N] [--seed S] [--kind NAME] [--from N]`: mutated inputs of
// every kind, N of each, given to the doors that they would come through. Each kind runs in a process of
// its own, with a limit of memory and of time for each input; exit code 1 when anything but a message
// came of one.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const KINDS = ['scenario', 'link', 'log', 'snapshot', 'server-logs', 'cfg', 'zkcli', 'conformance'];
/** MB of heap. */
const MEMORY = 400;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', multiple: true, default: KINDS },
    /** Seconds without a new input after which it hangs. */
    patience: { type: 'string', default: '60' },
    /** For the test of this test: `throw`, `slow`, `hang`, `memory`, `buffers` at the last input. */
    plant: { type: 'string', default: '' },
  },
});
// Bundled once: every kind has a process of its own, and one more after each that it ended.
const folder = mkdtempSync(join(tmpdir(), 'fuzz-inputs-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const bundle = join(folder, 'child.mjs');
const { status } = spawnSync(
  process.execPath,
  ['scripts/bundle-ts.mjs', 'scripts/fuzz-inputs/child.ts', bundle],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
if (status !== 0) process.exit(2);

const first = Number(values.from);
const end = first + Number(values.runs);
let failures = 0;
for (const kind of values.kind) failures += await fuzz(kind);
process.stdout.write(`${failures} failed\n`);
process.exitCode = failures === 0 ? 0 : 1;

/**
 * Goes on behind an input that ended its process.
 * @param {string} kind
 */
async function fuzz(kind) {
  let failed = 0;
  let from = first;
  while (from < end) {
    const { last, fails, why } = await oneProcess(kind, from);
    failed += fails.length;
    for (const fail of fails) told(kind, fail);
    if (why === null) break;
    failed++;
    told(kind, `${last} ${why}`);
    // It did not even begin.
    if (last < 0) break;
    from = last + 1;
  }
  process.stdout.write(`${kind}: ${end - first} inputs, ${failed} failed\n`);
  return failed;
}

/**
 * @param {string} kind
 * @param {string} fail
 */
function told(kind, fail) {
  const [number = ''] = fail.split(' ');
  process.stdout.write(
    `FAIL ${kind} ${fail}\n  again: npm run fuzz:inputs -- --kind ${kind} --seed ${values.seed} --from ${number} --runs 1\n`,
  );
}

/**
 * @param {string} kind
 * @param {number} from
 * @returns {Promise<{ last: number, fails: string[], why: string | null }>}
 */
function oneProcess(kind, from) {
  const args = [
    `--max-old-space-size=${MEMORY}`,
    '--enable-source-maps',
    bundle,
    kind,
    values.seed,
    String(from),
    String(end),
    values.plant,
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {string[]} */
  const fails = [];
  let [last, done, hangs, open, trouble] = [-1, false, false, '', ''];
  const patience = Number(values.patience) * 1000;
  const hang = () => {
    hangs = true;
    child.kill('SIGKILL');
  };
  // Until the first input it is made ready, however long a busy machine takes.
  let timer = setTimeout(hang, patience + 600_000);
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    clearTimeout(timer);
    timer = setTimeout(hang, patience);
    const lines = (open + text).split('\n');
    open = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('at ')) last = Number(line.slice(3));
      else if (line.startsWith('FAIL ')) fails.push(line.slice(5));
      else if (line === 'done') done = true;
    }
  });
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    trouble = (trouble + text).slice(0, 2000);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      const fatal = /FATAL ERROR: [^\n]*/.exec(trouble)?.[0] ?? trouble.split('\n')[0];
      const why = hangs
        ? `hangs: nothing for ${values.patience} s`
        : done
          ? null
          : `ended its process (${code}): ${fatal}`;
      resolve({ last, fails, why });
    });
  });
}
