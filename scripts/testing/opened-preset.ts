/** What a lab offers to begin with, opened for tests as the page opens it. */
import { paxosPresets } from '../../src/page/labs/paxos/presets.ts';
import { Session } from '../../src/runner/session.ts';
import type { Frame, MessageView } from '../../src/view/frame.ts';
import type { Intervention } from '../../src/view/intervention.ts';
import type { Preset } from '../../src/view/preset.ts';
import type { ScenarioAnswer } from '../../src/view/question.ts';
import type { Pid } from '../../src/view/time.ts';

/** A run as the page has it. */
export class Opened<D> {
  readonly session = new Session();
  frame!: Frame<D>;

  async open({ from, way }: Preset): Promise<this> {
    let scenario: unknown = from;
    if (!('format' in from)) {
      await this.session.handle({ type: 'open', scenario: paxosPresets[0].from });
      const { answer } = await this.session.handle({ type: 'ask', question: from });
      ({ scenario } = answer.asked as ScenarioAnswer);
    }
    await this.send({ type: 'open', scenario, way });
    return this;
  }
  async send(command: Parameters<Session['handle']>[0]): Promise<void> {
    const { answer, frame } = await this.session.handle(command);
    if (answer.problem !== null) throw new Error(answer.problem.text);
    if (frame !== null) this.frame = frame.frame as Frame<D>;
  }
  does(what: Intervention): Promise<void> {
    return this.send({ type: 'intervene', at: this.frame.time, what });
  }
  runFor(ms: number): Promise<void> {
    return this.send({ type: 'advance', until: this.frame.time + ms * 1000 });
  }
  state(pid: Pid): string | undefined {
    const one = this.frame.processes.find((process) => process.pid === pid);
    return one?.liveness === 'up' ? one.state : one?.liveness;
  }
  flying(kind: string): readonly MessageView[] {
    return this.frame.messages.filter((one) => one.kind === kind && one.status === 'flying');
  }
}

export const opened = <D>(list: readonly Preset[], id: string): Promise<Opened<D>> => {
  const preset = list.find((one) => one.id === id);
  if (preset === undefined) throw new Error(`no preset ${id}`);
  return new Opened<D>().open(preset);
};
