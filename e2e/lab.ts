import { expect } from '@playwright/test';
import type { Zooscope } from '../src/page/sim/zooscope.ts';
import type { ElectionDetail } from '../src/view/election.ts';
import { LabParts } from './lab-parts.ts';

type Frame = NonNullable<ReturnType<Zooscope['frame']>>;

/** A lab as a person uses it: everything is found by its role and its name. */
export class Lab extends LabParts {
  /** Opens an address of the page, such as `#/lab/election`. */
  async open(address: string, query = 'lang=en'): Promise<void> {
    await this.goTo(address, query);
    await this.idle();
  }
  /** The first page, whose election plays on: nothing of it is waited for but its list of lessons. */
  async openGallery(query = 'lang=en'): Promise<void> {
    await this.goTo('#/', query);
    await expect(this.page.getByRole('searchbox')).toBeVisible();
  }
  private async goTo(address: string, query: string): Promise<void> {
    // From somewhere else: the same address with another hash would not be opened anew.
    if (this.page.url() !== 'about:blank') await this.page.goto('about:blank');
    await this.page.goto(`?${query}${address}`);
  }

  /** A free lab before anything has happened; without `from=start` it opens at a telling moment. */
  openCold = (lab: string, query?: string): Promise<void> =>
    this.open(`#/lab/${lab}${lab.includes('?') ? '&' : '?'}from=start`, query);
  openElection = (): Promise<void> => this.openCold('election');
  /** Waits until nothing is under way and nothing moves by itself. */
  async idle(): Promise<void> {
    await this.page.waitForFunction(() => 'zooscope' in window);
    await this.page.evaluate(() => window.zooscope.idle());
  }

  // Doing.

  async press(name: string): Promise<void> {
    await this.button(name).click();
    await this.idle();
  }
  /** Presses a button by the keyboard. */
  async enter(name: string): Promise<void> {
    await this.button(name).focus();
    await this.page.keyboard.press('Enter');
    await this.idle();
  }
  async speed(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: this.say.speed }).selectOption(name);
  }
  /** What plays is not what the journey is about. By the console: on a phone the control is in a tab. */
  fastest = (): Promise<void> => this.page.evaluate(() => window.zooscope.commands.setSpeed(1000));
  /** Stops playing, if the run has not come to rest by itself before. */
  async pause(): Promise<void> {
    await this.page.evaluate(() => window.zooscope.commands.pause());
    await this.idle();
    await expect(this.button(this.say.play)).toBeVisible();
  }
  async showView(
    name: 'Space-time diagram' | 'Events' | 'Messages in flight' | 'Majorities',
  ): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await this.idle();
  }
  async tapTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).tap();
    await this.idle();
  }
  /** A long list shows only what is seen; this goes to its beginning as a person does. */
  async scrollEventsToTop(): Promise<void> {
    const list = this.page.getByRole('list', { name: this.say.eventList });
    await list.hover();
    await expect
      .poll(async () => {
        await this.page.mouse.wheel(0, -1_000_000);
        return list.evaluate((one) => one.scrollTop);
      })
      .toBe(0);
    await this.idle();
  }
  async inspect(sid: number): Promise<void> {
    await this.server(sid).click();
    await expect(this.inspector(sid)).toBeVisible();
    await this.idle();
  }
  async start(sid: number): Promise<void> {
    await this.inspect(sid);
    await this.press(this.say.start(sid));
  }
  async kill(sid: number): Promise<void> {
    await this.inspect(sid);
    await this.press(this.say.kill(sid));
  }
  async cutPower(sid: number): Promise<void> {
    await this.inspect(sid);
    await this.press(this.say.cutPower(sid));
  }
  /** Steps until votes are under way. */
  stepUntilMessagesFly(): Promise<void> {
    return this.stepUntilFlying(4, 'notification');
  }
  /** Steps until so many messages are under way that are not pings. */
  async stepUntilFlying(least: number, kind?: string): Promise<void> {
    await this.page.evaluate(
      async ([atLeast, wanted]) => {
        const { zooscope } = window;
        const flying = (): number =>
          zooscope
            .frame()
            ?.messages.filter((one) => !one.routine && (wanted ?? one.kind) === one.kind).length ??
          0;
        do {
          if (zooscope.frame()?.nextTime === null) throw new Error('nothing is left to come');
          await zooscope.commands.step(1);
        } while (flying() < atLeast);
      },
      [least, kind] as const,
    );
    await this.idle();
  }
  /** Lets the run go on until this server serves clients. */
  async runUntilServing(sid: number): Promise<void> {
    const condition = { serving: sid };
    const answer = await this.page.evaluate(
      (wanted) => window.zooscope.send({ type: 'run-until', condition: wanted, withinMs: 60_000 }),
      condition,
    );
    expect(answer.reached, `server ${sid} serves within a minute`).toBe(true);
    await this.idle();
  }
  /** A link is thin: it is opened by the keyboard. */
  async openLink(a: number, b: number): Promise<void> {
    await this.button(new RegExp(`^Link ${a}–${b}`)).focus();
    await this.page.keyboard.press('Enter');
    await expect(this.dialog(`Link ${a}–${b}`)).toBeVisible();
  }
  async switchBranch(name: string): Promise<void> {
    await this.button(/^Branch: /).click();
    await this.page.getByRole('menuitem', { name, exact: true }).click();
    await this.idle();
  }
  /** Opens a scenario file by the dialog of sharing. */
  async chooseFile(name: string, content: string): Promise<void> {
    await this.button(this.say.share).click();
    const chooser = this.page.waitForEvent('filechooser');
    await this.button('Open scenario file').click();
    await (
      await chooser
    ).setFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
    await this.idle();
  }
  /** What `Share` puts into `Link to this run`. */
  async linkToThisRun(): Promise<string> {
    await this.button(this.say.share).click();
    const field = this.page.getByRole('textbox', { name: this.say.linkToRun });
    await expect(field).toHaveValue(/./);
    return field.inputValue();
  }
  /** Lets the run go on until this event. */
  async runToPosition(position: number, time: number): Promise<void> {
    await this.page.evaluate(
      async ([to, until]) => {
        await window.zooscope.send({ type: 'advance', until });
        await window.zooscope.send({ type: 'seek', position: to });
      },
      [position, time] as const,
    );
    await this.expectPosition(position);
    await this.idle();
  }
  stepForward(): Promise<void> {
    return this.press(this.say.forward);
  }
  stepBack(): Promise<void> {
    return this.press(this.say.back);
  }
  /** Steps so often as if by the button, which has journeys of its own. */
  async steps(count: number): Promise<void> {
    await this.page.evaluate(async (all) => {
      for (let left = all; left > 0; left--) await window.zooscope.commands.step(1);
    }, count);
    await this.idle();
  }
  /** Opens five servers by the set-up dialog. */
  async setUp(how: { startedBy: 'hand' | 'scenario' }): Promise<void> {
    await this.button('Set-up').click();
    const dialog = this.dialog('Set up an ensemble');
    if (how.startedBy === 'hand') {
      const fields = dialog.getByRole('textbox', { name: 'starts at, ms' });
      // What is not there yet would not be among all.
      await expect(fields).toHaveCount(5);
      for (const field of await fields.all()) await field.fill('');
    }
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(dialog).toBeHidden();
    await this.idle();
  }
  /** Lets so many virtual seconds pass. */
  async runFor(seconds: number): Promise<void> {
    const { time } = await this.frame();
    await this.page.evaluate(
      (until) => window.zooscope.send({ type: 'advance', until }),
      time + seconds * 1_000_000,
    );
    await this.idle();
  }
  private async runUntil(condition: string): Promise<void> {
    await this.page.getByRole('combobox', { name: this.say.until }).selectOption(condition);
    await this.runIt();
  }
  /** Runs until what is chosen there, and waits until it is reached. */
  async runIt(): Promise<void> {
    await this.button(this.say.run).click();
    await expect(this.page.getByRole('status').filter({ hasText: this.say.reached })).toBeVisible();
    await this.idle();
  }
  runUntilLeader(): Promise<void> {
    return this.runUntil(this.say.anyLeader);
  }
  runUntilQuiet(): Promise<void> {
    return this.runUntil(this.say.quiet);
  }
  /** Splits the network: those named are cut off from the others. */
  async partition(apart: readonly number[], how?: { oneWay: boolean }): Promise<void> {
    await this.button(this.say.partition).click();
    const dialog = this.dialog(this.say.partition);
    for (const sid of apart) {
      const group = dialog.getByRole('radiogroup', { name: this.say.groupOf(sid) });
      await group.getByText('B', { exact: true }).click();
    }
    if (how?.oneWay === true) await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: this.say.apply }).click();
    await expect(dialog).toBeHidden();
    await this.idle();
  }
  heal(): Promise<void> {
    return this.press(this.say.heal);
  }

  // Seeing.

  async expectState(sid: number, state: string): Promise<void> {
    await expect(this.server(sid)).toHaveAccessibleName(this.say.serverState(sid, state));
  }
  async expectStates(states: Readonly<Record<number, string>>): Promise<void> {
    for (const [sid, state] of Object.entries(states)) {
      await this.expectState(Number(sid), state);
    }
  }
  /** The number of the event shown, as the timeline says it. */
  async position(): Promise<number> {
    await this.idle();
    return Number(await this.timeline().getAttribute('aria-valuenow'));
  }
  async length(): Promise<number> {
    await this.idle();
    return Number(await this.timeline().getAttribute('aria-valuemax'));
  }
  async expectPosition(position: number): Promise<void> {
    await expect(this.timeline()).toHaveAttribute('aria-valuenow', String(position));
  }
  /** The server that leads and has a quorum behind it. */
  async leader(): Promise<number> {
    const { detail } = await this.frame();
    const { established } = detail as ElectionDetail;
    if (established === null) throw new Error('nobody leads');
    return established.leader;
  }
  async frame(): Promise<Frame> {
    await this.idle();
    const frame = await this.page.evaluate(() => window.zooscope.frame());
    if (frame === null) throw new Error('no run is open');
    return frame;
  }
  /** The number of a message in flight, by its name in the list. */
  async idOfMessage(name: string): Promise<number> {
    const found = (await this.frame()).messages.find(
      ({ kind, label, from, to }) => name === `${kind} ${label}, from S${from} to S${to}`,
    );
    if (found === undefined) throw new Error(`no message in flight is ${name}`);
    return found.id;
  }
  async isUnderWay(id: number): Promise<boolean> {
    return (await this.frame()).messages.some((message) => message.id === id);
  }
  digest(): Promise<string | null> {
    return this.page.evaluate(() => window.zooscope.digest());
  }
}
