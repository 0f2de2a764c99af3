import { lazy, Suspense, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { whenIdle } from '../browser/when-idle.ts';
import { wordsOf } from '../words/bundles.ts';
import { wantedLocale } from '../words/locale.ts';
import { useBundles } from '../words/use-bundles.ts';
import type { BundleName } from '../words/words.ts';

/** Fetches each part that is shown later, in the order in which they are named. */
const parts: (() => Promise<unknown>)[] = [];

interface LaterOptions {
  /** Stands in its place until it is there. */
  readonly Coming?: ComponentType;
  /** What it says, fetched beside it. */
  readonly words?: readonly BundleName[];
}

const Nothing = () => <span data-loading hidden />;
const NO_WORDS: readonly BundleName[] = [];

/** Shows its children when these words are there. */
const Spoken = (props: {
  words: readonly BundleName[];
  Coming: ComponentType;
  children: ReactNode;
}) => (useBundles(props.words) ? props.children : <props.Coming />);

/**
 * A part that is fetched when it is first shown, or before that in idle time: a cold visit does not wait
 * for it, `idle` does where it is shown.
 */
export const later = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { Coming = Nothing, words = NO_WORDS }: LaterOptions = {},
): ComponentType<Props> => {
  let there: ComponentType<Props> | null = null;
  const fetched = async (): Promise<ComponentType<Props>> => {
    there = await load();
    return there;
  };
  parts.push(() => Promise.all([fetched(), wordsOf(wantedLocale(), words)]));
  const Part = lazy(async () => ({ default: await fetched() }));
  return (props) => {
    // What has come in time is there at once, and what has not does not change when it comes.
    const [Shown] = useState<ComponentType<Props>>(() => there ?? (Part as ComponentType<Props>));
    return (
      <Spoken words={words} Coming={Coming}>
        <Suspense fallback={<Coming />}>
          <Shown {...props} />
        </Suspense>
      </Spoken>
    );
  };
};

/**
 * Fetches what is shown later, one part after another while nothing else is to be done. Call what it returns to stop.
 * @param first what matters more, and is on its way
 */
export const fetchParts = (first: Promise<void>): (() => void) => {
  let stopped = false;
  let cancel = (): void => undefined;
  const next = (): void => {
    const part = parts.shift();
    if (part === undefined || stopped) return;
    cancel = whenIdle(() => {
      // What does not come now is fetched again, and a failure told, where it is shown.
      void part()
        .catch(() => undefined)
        .then(next);
    });
  };
  void first.then(next);
  return () => {
    stopped = true;
    cancel();
  };
};
