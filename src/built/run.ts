import { Session } from '../runner/session.ts';
import { Writer } from '../view/packing.ts';
import type { Answer, Command, Way } from '../view/command.ts';
import type { Foretold } from '../view/foretold.ts';
import { frameCodec } from '../view/frame-codec.ts';
import type { Frame, Mark } from '../view/frame.ts';
import { withNews } from '../view/marks.ts';
import { paceOf } from '../view/pace.ts';
import type { Preset } from '../view/preset.ts';
import type { ScenarioAnswer } from '../view/question.ts';
import type { ScenarioFile } from '../view/scenario.ts';

/** What a lab offers to begin with; it opens with the first. */
type Presets = readonly [Preset, ...(readonly Preset[])];

/** A run of the simulation as the page has one in its worker; a command that fails throws. */
export class BuiltRun {
  private readonly session = new Session();
  private newest: Frame | null = null;
  /** What the timeline shows of it. */
  marks: readonly Mark[] = [];

  async ask(command: Command): Promise<Answer> {
    const { answer, frame } = await this.session.handle(command);
    if (answer.problem !== null) throw new Error(`${command.type}: ${answer.problem.text}`);
    this.newest = frame?.frame ?? this.newest;
    if (answer.marks !== undefined) this.marks = withNews(this.marks, answer.marks);
    return answer;
  }

  /** Opens what a lab offers, at its telling moment. @param presets all that it offers */
  async openPreset({ from, way }: Preset, presets: Presets): Promise<void> {
    if ('format' in from) return this.open(from, way);
    // It is asked of a run of the lab's, whichever.
    await this.openFirst(presets);
    const { asked } = await this.ask({ type: 'ask', question: from });
    return this.open((asked as ScenarioAnswer).scenario, way);
  }

  /** Opens what a lab opens with. */
  async openFirst([{ from, way }]: Presets): Promise<void> {
    if (!('format' in from)) throw new TypeError('a lab opens with a run of its own');
    return this.open(from, way);
  }

  private async open(scenario: ScenarioFile, way: Way): Promise<void> {
    await this.ask({ type: 'open', scenario, way });
  }

  /** What is answered to this, as the page gets it from its worker. */
  async foretell(command: Command): Promise<Foretold> {
    const { answer, frame } = await this.session.handle(command);
    if (answer.problem !== null || frame === null)
      throw new Error(`${command.type}: ${answer.problem?.text}`);
    const writer = new Writer();
    frameCodec(frame.protocol.codec).write(writer, frame.frame);
    const { buffer, strings } = writer.take();
    const { scenario } = await this.ask({ type: 'save' });
    if (scenario === undefined) throw new Error('the run cannot be saved');
    return { answer, numbers: [...new Float64Array(buffer)], strings, pace: paceOf(scenario) };
  }

  /** The frame after the last command. */
  get frame(): Frame {
    if (this.newest === null) throw new Error('no run is open');
    return this.newest;
  }
}
