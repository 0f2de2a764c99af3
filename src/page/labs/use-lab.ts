import { useEffect, useState } from 'react';
import type { LabDescriptor } from '../lab/descriptor.ts';
import { labLoader } from './labs.ts';

/** The lab of this id: `loading`, then the lab, or null when there is none. */
export const useLab = (id: string): LabDescriptor | 'loading' | null => {
  const loader = labLoader(id);
  const [lab, setLab] = useState<LabDescriptor | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    void labLoader(id)?.().then(setLab, (error: unknown) =>
      setFailed(error instanceof Error ? error : new Error(String(error))),
    );
  }, [id]);
  // The error boundary round the page says so and offers to try again.
  if (failed !== null) throw failed;
  return loader === null ? null : (lab ?? 'loading');
};
