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

/** Null when there is no such lab. */
export const labSource = (id: string): LabSource | null => {
  const load = labs[`./${id}/lab.tsx`];
  // Its words have its name (`bundles.ts`).
  return load === undefined ? null : { load, words: ['labs', id as BundleName] };
};
