/** Lines once typed, and where among them somebody is, who looks for one with Up and Down. */
export class LineHistory {
  private readonly lines: string[];
  /** `lines.length`: at the line that is being typed. */
  private at: number;
  private draft = '';

  /** @param lines from an earlier sitting, oldest first */
  constructor(lines: readonly string[] = []) {
    this.lines = [...lines];
    this.at = this.lines.length;
  }

  /** The same line twice in a row is kept once. */
  add(line: string): void {
    if (line.trim() !== '' && this.lines.at(-1) !== line) this.lines.push(line);
    this.at = this.lines.length;
    this.draft = '';
  }

  /** @param present what stands in the field now; @returns what shall stand there */
  earlier(present: string): string {
    if (this.at === this.lines.length) this.draft = present;
    this.at = Math.max(0, this.at - 1);
    return this.lines[this.at] ?? present;
  }

  later(present: string): string {
    if (this.at === this.lines.length) return present;
    this.at += 1;
    return this.lines[this.at] ?? this.draft;
  }
}
