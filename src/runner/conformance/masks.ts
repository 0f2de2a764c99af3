/** What recordings leave out, because it differs from one run to the next. */
const MASKS: Readonly<Record<string, string>> = {
  '<ctime>': String.raw`[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{2}:\d{2}:\d{2} \w+ \d{4}`,
  '<mtime>': String.raw`[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{2}:\d{2}:\d{2} \w+ \d{4}`,
  '<sid>': '0x[1-9a-f][0-9a-f]*',
  '<port>': String.raw`\d+`,
  '<commit>': '[^ ,]+',
  '<date>': '.+',
};

const patterns = new Map<string, RegExp>();

/** Whether a line is what was recorded, as far as that says. */
export function matches(recorded: string, line: string): boolean {
  if (!recorded.includes('<')) return recorded === line;
  let pattern = patterns.get(recorded);
  if (pattern === undefined) {
    const parts = recorded.split(/(<[a-z]+>)/u).map((part) => MASKS[part] ?? escaped(part));
    pattern = new RegExp(`^${parts.join('')}$`, 'u');
    patterns.set(recorded, pattern);
  }
  return pattern.test(line);
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
