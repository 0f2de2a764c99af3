import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { ZooKeeperDetail } from '../src/view/zookeeper.ts';
import { Lab } from './lab.ts';
import type { Language } from './names.ts';

/** Names of the ZooKeeper lab, written out: a name that changes by accident must be noticed. */
const zookeeperNames = {
  en: {
    speed: 'Speed',
    stage: 'Stage',
    session: 'a session is alive or over',
    atStage: 'a request is at a stage',
    serving: 'the server serves',
    client: 'Client',
    state: 'a client is in a state',
    tree: 'Znode tree',
    separator: ', ',
  },
  'zh-CN': {
    speed: '速度',
    stage: '阶段',
    session: '某会话活着或已结束',
    atStage: '有请求到达某阶段',
    serving: '服务器开始服务',
    client: '客户端',
    state: '某客户端处于某状态',
    tree: 'Znode 树',
    separator: '，',
  },
} as const;

/** The ZooKeeper lab as a person uses it. */
export class ZooKeeperLab extends Lab {
  private readonly language: Language;
  private readonly words: (typeof zookeeperNames)[Language];

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.language = language;
    this.words = zookeeperNames[language];
  }

  /** Opens the lab, and lets its two consoles begin; what is typed then plays at the highest speed. */
  async openZooKeeper(query = ''): Promise<void> {
    await this.openCold('zookeeper?preset=write', `lang=${this.language}${query}`);
    await this.page.getByRole('combobox', { name: this.words.speed }).selectOption('50×');
    await this.runUntilQuiet();
  }

  /** Opens the set-up and takes what it offers under this name. */
  async setUpAs(preset: string): Promise<void> {
    await this.press('Set-up');
    const dialog = this.dialog('Set up servers and clients');
    await dialog.getByRole('button', { name: preset, exact: true }).click();
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(dialog).toBeHidden();
    await this.idle();
  }
  /** The client on the stage, in whatever state. */
  client(name: string): Locator {
    const { separator } = this.words;
    return this.page.getByRole('button', { name: new RegExp(`^${name}${separator}[A-Z_]+$`) });
  }
  async expectClient(name: string, state: string): Promise<void> {
    await expect(this.client(name)).toHaveAccessibleName(`${name}${this.words.separator}${state}`);
  }
  /** Opens the inspector of a client. */
  async look(name: string): Promise<Locator> {
    await this.client(name).click();
    const region = this.page.getByRole('region', { name, exact: true });
    await expect(region).toBeVisible();
    await this.idle();
    return region;
  }
  node(path: string): Locator {
    const tree = this.page.getByRole('tree', { name: this.words.tree });
    return tree.getByRole('treeitem', { name: path, exact: true });
  }
  /** Types a line into a client's program, and lets nothing more happen. */
  async type(pid: number, text: string): Promise<void> {
    await this.page.evaluate(
      (line) =>
        window.zooscope.commands.intervene({
          kind: 'input',
          pid: line.pid,
          name: 'LINE',
          data: { text: line.text },
        }),
      { pid, text },
    );
    await this.idle();
  }
  private async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).selectOption(option);
  }
  /** Runs until a request stands there, by the reading column. */
  async runUntilStage(stage: string): Promise<void> {
    await this.choose(this.say.until, this.words.atStage);
    await this.choose(this.words.stage, stage);
    await this.runIt();
  }
  async runUntilSessionOver(name: string): Promise<void> {
    await this.choose(this.say.until, this.words.session);
    await this.choose(this.words.client, name);
    await this.runIt();
  }
  async runUntilState(name: string, state: string): Promise<void> {
    await this.choose(this.say.until, this.words.state);
    await this.choose(this.words.client, name);
    await this.choose('State', state);
    await this.runIt();
  }
  async runUntilServes(): Promise<void> {
    await this.choose(this.say.until, this.words.serving);
    await this.runIt();
  }
  /** The stage as it stands: words in the drawing. */
  drawing(): Locator {
    return this.page.locator('.zk-drawing');
  }
  async detail(): Promise<ZooKeeperDetail> {
    return (await this.frame()).detail as ZooKeeperDetail;
  }
}
