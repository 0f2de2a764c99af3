/** A line that somebody typed, behind its prompt: `[zk: localhost:2181(CONNECTED) 3] ls /`. */
export function splitPrompt(text: string): { readonly prompt: string; readonly typed: string } {
  const end = /^\[zk: [^\n]*?\(\w+\) \d+\] /u.exec(text)?.[0].length ?? 0;
  return { prompt: text.slice(0, end), typed: text.slice(end) };
}
