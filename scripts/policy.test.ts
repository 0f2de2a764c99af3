import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LIBRARY_STYLES, POLICY } from './policy.mjs';

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

describe('the content security policy', () => {
  it('allows nothing inline, nothing evaluated and no other place', () => {
    expect(POLICY).not.toMatch(/unsafe|wss?:|https?:|\*/);
    expect(POLICY).toContain("default-src 'none'");
  });

  it('allows the style elements that the dialog library really writes, and there are no others', () => {
    const written = ['interactions/usePress', 'overlays/usePreventScroll'].map((module) => {
      const text = read(`node_modules/react-aria/dist/private/${module}.mjs`);
      const pressable = /PRESSABLE_ATTRIBUTE = '([\w-]+)'/.exec(text)?.[1] ?? '';
      const [, style = ''] = /style\.textContent = `([^`]*)`/.exec(text) ?? [];
      return style.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, pressable).trim();
    });
    expect(written).toEqual(LIBRARY_STYLES);
  });

  it('is what docs/hosting.md tells hosts to send', () => {
    expect(read('docs/hosting.md')).toContain(POLICY);
  });
});
