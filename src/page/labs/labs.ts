import type { LabDescriptor } from '../lab-frame/descriptor.ts';
import type { BundleName } from '../words/words.ts';

/** A lab before it is fetched. */
export interface LabSource {
  readonly load: () => Promise<LabDescriptor>;
  /** What it says, fetched beside it. */
  readonly words: readonly BundleName[];
}

/** The labs there are, by their folders: each is fetched when it is first opened. */
const labs = import.meta.glob<LabDescriptor>('./*/lab.tsx', { import: 'lab' });
/** Those in another lab's folder show, as that one does, what was recorded elsewhere. */
const within = import.meta.glob<LabDescriptor>('./*/*/lab.tsx', { import: 'lab' });

/** Bundles of words that some of them need besides the one of their name. */
const besides = import.meta.glob<readonly BundleName[]>('./*/bundles.ts', {
  eager: true,
  import: 'bundles',
});

/** Null when there is no such lab. */
export const labSource = (id: string): LabSource | null => {
  const load = labs[`./${id}/lab.tsx`];
  // Its words have its name (`bundles.ts`).
  if (load !== undefined) {
    return { load, words: ['labs', id as BundleName, ...(besides[`./${id}/bundles.ts`] ?? [])] };
  }
  const file = Object.keys(within).find((one) => one.endsWith(`/${id}/lab.tsx`));
  const inner = file === undefined ? undefined : within[file];
  const outer = file?.split('/')[1];
  return inner === undefined || outer === undefined
    ? null
    : { load: inner, words: ['labs', outer as BundleName, id as BundleName] };
};
