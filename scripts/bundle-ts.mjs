// Bundles a command written in TypeScript: `node scripts/bundle-ts.mjs ENTRY FILE`. The bundler takes
// some 200 MB, which end with this process: the command has a process of its own.
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const [entry = '', file = ''] = process.argv.slice(2);

try {
  const bundle = await rolldown({
    input: `${root}${entry}`,
    cwd: root,
    platform: 'node',
    external: [/^node:/],
    onLog: (level, log) => {
      if (level === 'warn') process.stderr.write(`${log.message}\n`);
    },
  });
  await bundle.write({ file, format: 'esm', sourcemap: 'inline', codeSplitting: false });
  await bundle.close();
} catch (error) {
  process.stderr.write(`run-ts: ${entry} cannot be bundled:\n${String(error)}\n`);
  process.exitCode = 2;
}
