import { hashQuery } from '../app/hash-location.ts';
import { Loading } from '../app/loading.tsx';
import { NotFound } from '../app/not-found.tsx';
import type { LabDescriptor } from '../lab/descriptor.ts';
import { Lab } from '../lab/lab.tsx';
import { openPreset, openShared } from '../lab/open-run.ts';
import { useLab } from './use-lab.ts';
import { useRun } from './use-run.ts';

const FreeLab = ({ lab }: { lab: LabDescriptor }) => {
  const query = hashQuery();
  const shared = query.get('run');
  // `?from=start`: nothing has happened yet.
  const cold = query.get('from') === 'start';
  const [first] = lab.presets;
  const restart = useRun(lab.model, `${lab.id} ${shared ?? (cold ? 'start' : '')}`, () =>
    shared === null ? openPreset(first, cold) : openShared(shared, first),
  );
  return <Lab lab={lab} crumbs={[lab.useName()]} text={null} onRestart={restart} />;
};

/** `#/lab/<id>`: the lab with a run of its own, or the run that the link holds. */
export const LabPage = ({ id }: { id: string }) => {
  const lab = useLab(id);
  if (lab === 'loading') return <Loading />;
  return lab === null ? <NotFound /> : <FreeLab lab={lab} />;
};
