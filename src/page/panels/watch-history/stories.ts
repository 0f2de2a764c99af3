import type { Pid } from '../../../view/time.ts';
import type {
  WatcherView,
  WatchGap,
  WatchMoment,
  ZooKeeperAnswer,
} from '../../../view/zookeeper-ask.ts';

/** Something in the life of a watch; after it fired, what its client was not told. */
export interface Chapter {
  readonly moment: WatchMoment;
  readonly gap: WatchGap | null;
}

/** All that a client has watched at one path. */
export interface Story {
  readonly client: Pid;
  readonly path: string;
  /** Its watches that stand now. */
  readonly standing: readonly WatcherView[];
  /** Oldest first. */
  readonly chapters: readonly Chapter[];
}

type Watches = Pick<
  Extract<ZooKeeperAnswer, { readonly ask: 'watches' }>,
  'standing' | 'moments' | 'gaps'
>;

/**
 * The history of each watch, the one in which something happened last first. A lost connection ends
 * every watch of its client that stood then.
 */
export function storiesOf({ standing, moments, gaps }: Watches): readonly Story[] {
  const stories = new Map<string, { story: Story; chapters: Chapter[]; armed: boolean }>();
  const storyAt = (client: Pid, path: string) => {
    const key = `${client} ${path}`;
    const known = stories.get(key);
    if (known !== undefined) return known;
    const own = standing.filter((each) => each.client === client && each.path === path);
    const chapters: Chapter[] = [];
    const made = { story: { client, path, standing: own, chapters }, chapters, armed: false };
    stories.set(key, made);
    return made;
  };
  for (const moment of moments) {
    if (moment.kind === 'lost') {
      for (const one of stories.values()) {
        if (one.story.client !== moment.client || !one.armed) continue;
        one.chapters.push({ moment, gap: null });
        one.armed = false;
      }
      continue;
    }
    const { client, path, step } = moment;
    const one = storyAt(client, path);
    const gap = gaps.find(
      (each) => each.step === step && each.client === client && each.path === path,
    );
    one.chapters.push({ moment, gap: moment.kind === 'fired' ? (gap ?? null) : null });
    one.armed = moment.kind === 'set' || (moment.kind === 'fired' && moment.stays);
  }
  for (const { client, path } of standing) storyAt(client, path);
  const last = ({ chapters }: Story): number => chapters.at(-1)?.moment.step ?? -1;
  return [...stories.values()].map(({ story }) => story).toSorted((a, b) => last(b) - last(a));
}

/** Stories of one client, at paths that contain a text. */
export const filtered = (
  stories: readonly Story[],
  text: string,
  client: Pid | null,
): readonly Story[] =>
  stories.filter(
    (story) => story.path.includes(text) && (client === null || story.client === client),
  );
