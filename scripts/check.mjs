// `npm test`: every check, in order, all of them even after a failure; `--quick` leaves out what takes
// more than seconds. A check says something only when it fails. The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { countPlaywright, countVitest } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {boolean} [slow] left out by --quick
 * @property {boolean} [brief] says its figures even when it passes
 * @property {string} [needs] the name of a step without whose success this one proves nothing
 * @property {(report: unknown) => Counts} [count] reads the tests from the report `<name>.json`
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'node_modules/.cache/check');
/** @param {string} name */
const reportOf = (name) => join(reports, `${name}.json`);

/** @type {Step[]} */
const steps = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'arrows', command: ['node', 'scripts/arrows.mjs'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'unused', command: ['knip'] },
  { name: 'debts', command: ['node', 'scripts/debts.mjs'], brief: true },
  {
    name: 'unit',
    command: 'vitest run --reporter=default --reporter=json --outputFile.json'
      .split(' ')
      .concat(reportOf('unit')),
    slow: true,
    count: countVitest,
  },
  { name: 'build', command: ['vite', 'build'], slow: true },
  {
    name: 'size',
    command: ['node', 'scripts/size.mjs'],
    slow: true,
    brief: true,
    needs: 'build',
  },
  {
    name: 'e2e',
    command: ['playwright', 'test', '--reporter=list,json'],
    slow: true,
    needs: 'build',
    count: countPlaywright,
  },
];

/**
 * @param {Step} step
 * @returns {Counts & { output: string }}
 */
function run({ name, command: [program = '', ...args], count }) {
  rmSync(reportOf(name), { force: true });
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
      NO_COLOR: '1',
      PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf(name),
    },
  });
  const output = `${stdout}${stderr}${error ? `${error.message}\n` : ''}`;
  const ok = status === 0;
  if (count === undefined) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };

  const report = reportOf(name);
  const { passed, failed } = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 };
  if (passed + failed === 0) return { passed, failed: 1, output: `${output}No test ran.\n` };
  // A file that does not even load is a failure of no test: the exit code knows.
  return { passed, failed: ok ? failed : Math.max(failed, 1), output };
}

const quick = process.argv.includes('--quick');
const total = { passed: 0, failed: 0 };
/** @type {Set<string>} */
const broken = new Set();
mkdirSync(reports, { recursive: true });

if (!quick) {
  try {
    await ensureBrowser();
    total.passed += 1;
  } catch (error) {
    process.stdout.write(`${String(error)}\n0 passed, 1 failed\n`);
    process.exit(2);
  }
}

for (const step of steps) {
  if (quick && step.slow) continue;
  if (step.needs !== undefined && broken.has(step.needs)) {
    process.stdout.write(`✗ ${step.name}: not run, because ${step.needs} failed\n`);
    total.failed += 1;
    continue;
  }
  const began = performance.now();
  const { passed, failed, output } = run(step);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) broken.add(step.name);

  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const tests = step.count ? `, ${passed} passed, ${failed} failed` : '';
  process.stdout.write(`${failed > 0 ? '✗' : '✓'} ${step.name} (${seconds} s${tests})\n`);
  if (failed > 0 || step.brief) process.stdout.write(output.replace(/^(?=.)/gm, '    '));
}

process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
