// A module that is asked for on demand and lies in a bundle with others gets a file of its own all the
// same, which says only under what name the bundle has it. Each would be a request: who asks for such a
// file asks for the bundle instead, and it is left out.

const FACADE = /^export\s*\{([^}]*)\}\s*from\s*["'`]\.\/([\w.-]+\.js)["'`];?\s*(?:\/\/#.*\s*)?$/;

/**
 * What a file passes on and from where; null: it does more than that.
 * @param {string} code
 * @returns {{ target: string, names: string } | null}
 */
export function passedOn(code) {
  const [, list, target] = FACADE.exec(code) ?? [];
  if (list === undefined || target === undefined) return null;
  const names = list.split(',').map((one) => {
    const [inner = '', outer = inner] = one.trim().split(/\s+as\s+/);
    return `${outer}:m.${inner}`;
  });
  return { target, names: names.join(',') };
}

/** @returns {import('vite').Plugin} */
export const facades = () => ({
  name: 'facades',
  apply: 'build',
  generateBundle: {
    // After the list of what each demand needs besides has been written into the code.
    order: 'post',
    handler(_options, bundle) {
      /** @type {Map<string, { target: string, names: string }>} */
      const found = new Map();
      for (const chunk of Object.values(bundle)) {
        const passed = chunk.type === 'chunk' && chunk.isDynamicEntry ? passedOn(chunk.code) : null;
        if (passed === null) continue;
        found.set(chunk.fileName.slice('assets/'.length), passed);
        delete bundle[chunk.fileName];
      }
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunk.code = chunk.code
          .replaceAll(/\bimport\((["'`])\.\/([\w.-]+\.js)\1\)/g, (asked, _quote, name) => {
            const passed = found.get(name);
            if (passed === undefined) return asked;
            return `import("./${passed.target}").then(m=>({${passed.names}}))`;
          })
          .replaceAll(/[\w.-]+\.js\b/g, (name) => found.get(name)?.target ?? name);
      }
    },
  },
});
