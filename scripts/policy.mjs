// What the built page may load and do: its Content-Security-Policy, for its own <meta> and for hosts
// that send headers (docs/hosting.md). Everything comes from the site itself.
import { createHash } from 'node:crypto';

/**
 * The dialog library (react-aria) writes these two <style> elements by script. They are allowed by
 * what they hold, and nothing else is: a nonce in a static page would be known to everybody.
 */
export const LIBRARY_STYLES = [
  // usePress.mjs: a double tap on a button does not zoom.
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  // usePreventScroll.mjs, on phones by Apple alone: behind a dialog nothing scrolls.
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
];

/** @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @type {Record<string, string[]>} */
const directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", ...LIBRARY_STYLES.map(hash)],
  // A stage saved as PNG is drawn from a data: address.
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

export const POLICY = Object.entries(directives)
  .map(([name, sources]) => [name, ...sources].join(' '))
  .join('; ');

/**
 * Puts the policy into the built page, and only there: the development server reloads styles as
 * inline elements and talks through a web socket.
 * @returns {import('vite').Plugin}
 */
export function policy() {
  return {
    name: 'policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
