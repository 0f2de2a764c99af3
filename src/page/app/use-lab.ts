import { useEffect, useState } from 'react';
import type { LabDescriptor } from '../lab-frame/descriptor.ts';
import { useBundles } from '../words/use-bundles.ts';
import { labSource } from '../labs/labs.ts';

/** The lab of this id, its words with it: `loading`, then the lab, or null when there is none. */
export const useLab = (id: string): LabDescriptor | 'loading' | null => {
  const source = labSource(id);
  const [lab, setLab] = useState<LabDescriptor | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const said = useBundles(source?.words ?? []);
  useEffect(() => {
    void source
      ?.load()
      .then(setLab, (error: unknown) =>
        setFailed(error instanceof Error ? error : new Error(String(error))),
      );
  }, [source]);
  // The error boundary round the page says so and offers to try again.
  if (failed !== null) throw failed;
  if (source === null) return null;
  return said && lab !== null ? lab : 'loading';
};
