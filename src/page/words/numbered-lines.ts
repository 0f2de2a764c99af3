/** Texts of the lines of a program, by the keys that lines have: `l0`, `l1`, … */
export const numberedLines = <const T extends readonly string[]>(
  ...texts: T
): { readonly [K in Extract<keyof T, `${number}`> as `l${K}`]: string } =>
  Object.fromEntries(texts.map((text, i) => [`l${i}`, text])) as {
    readonly [K in Extract<keyof T, `${number}`> as `l${K}`]: string;
  };

/** A verb of an API that a text begins with, between backticks, apart from what follows it. */
export const verbApart = (text: string): { readonly code: string; readonly rest: string } => {
  const [, code = '', rest = text] = /^`([^`]+)`\s*(.*)$/u.exec(text) ?? [];
  return { code, rest };
};
