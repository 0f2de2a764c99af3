import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { debts, verdict } from './debts.mjs';

function project(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'zooscope-debts-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'src'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'src', name), text);
  return root;
}

test('each kind of debt is found, with its place', () => {
  const root = project({
    'a.ts': 'const a = 1;\nexport let b: any = a as any;\n',
    'b.tsx': '// oxlint-disable-next-line no-debugger\n/* eslint-disable */\nexport {};\n',
    'c.ts': '// @ts-expect-error: planted\n// @ts-ignore\nexport {};\n',
    'd.mjs': '/** @type {any} */\nexport const d = 1;\n',
    'e.ts': 'export {};\n'.repeat(301),
    'f.ts': `export const notDebts = 'any oxlint-disable @ts-ignore'; // as many as any\n${'\n'.repeat(299)}`,
  });
  expect(debts(root)).toEqual({
    anyTypes: ['src/a.ts:2', 'src/a.ts:2', 'src/d.mjs:1'],
    lintSuppressions: ['src/b.tsx:1', 'src/b.tsx:2'],
    typeSuppressions: ['src/c.ts:1', 'src/c.ts:2'],
    longFiles: ['src/e.ts:301'],
  });
});

test('more debts than before are refused, fewer are welcome', () => {
  const found = {
    anyTypes: ['src/a.ts:2'],
    lintSuppressions: [],
    typeSuppressions: [],
    longFiles: [],
  };
  const limits = { anyTypes: 1, lintSuppressions: 0, typeSuppressions: 0, longFiles: 0 };
  expect(verdict(found, limits)).toEqual({ ok: true, lines: [] });
  expect(verdict(found, { ...limits, anyTypes: 0 })).toEqual({
    ok: false,
    lines: [expect.stringContaining('anyTypes: 1, and debts.json allows 0'), '  src/a.ts:2'],
  });
  expect(verdict(found, { ...limits, longFiles: 2 })).toEqual({
    ok: true,
    lines: [expect.stringContaining('thank you')],
  });
});
